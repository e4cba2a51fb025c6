/// Where the evening stands, as everybody is told.
public struct Phase: Hashable, Sendable {
  public enum Name: String, Sendable {
    case lobby, round, `break`, ended
  }

  public var name: Name
  /// The running round, or the last one; 0 before the first.
  public var round: Int
  /// In a round: its start. In the lobby: the start of the round that was called, if one was.
  public var startsAt: Instant?
  public var endsAt: Instant?
  /// While the clock stands: since when. What is left is then `endsAt - pausedAt`.
  public var pausedAt: Instant?
  /// How long before the end of a round everybody is warned.
  static let warnings: [Milliseconds] = [60_000, 10_000]

  /// When everybody is to be told that the round ends soon, in order: a minute and ten seconds before.
  public var cues: [Instant] {
    guard name == .round, let startsAt, let endsAt else { return [] }
    return Self.warnings.map { endsAt + -$0 }.filter { $0 > startsAt }
  }

  /// The last of the rounds that follow each other by themselves; nil outside of a round.
  public var lastRound: Int?

  public init(
    name: Name, round: Int, startsAt: Instant? = nil, endsAt: Instant? = nil, pausedAt: Instant? = nil,
    lastRound: Int? = nil
  ) {
    self.name = name
    self.round = round
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.pausedAt = pausedAt
    self.lastRound = lastRound
  }
}
