public import Rounds

/// A person's place in one round.
public struct Assignment: Hashable, Sendable {
  public struct Room: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case online
      /// People in the venue only, no media.
      case table
      /// A table's screen and its online guests.
      case bridge
    }

    public var id: RoomID
    public var kind: Kind
    /// The table's name, for `table` and `bridge`.
    public var table: String?

    public init(id: RoomID, kind: Kind = .online, table: String? = nil) {
      self.id = id
      self.kind = kind
      self.table = table
    }
  }

  public var round: Int
  /// Nil for somebody who waits or sits out.
  public var room: Room?
  public var peers: [Peer]
  public var startsAt: Instant
  public var endsAt: Instant
  /// Empty for none.
  public var prompt: String
  /// Without a room: why, in a sentence of the gathering's language.
  public var reason: String?

  public init(
    round: Int, room: Room?, peers: [Peer], startsAt: Instant, endsAt: Instant, prompt: String = "",
    reason: String? = nil
  ) {
    self.round = round
    self.room = room
    self.peers = peers
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.prompt = prompt
    self.reason = reason
  }
}
