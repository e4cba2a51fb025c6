public import Pairing

/// What the server's settings decide for every gathering.
///
/// It shapes decisions only: the journal keeps outcomes, so that a new policy replays an old evening unchanged.
public struct Policy: Hashable, Sendable, Codable {
  /// How long before a round starts its seating is decided and sent.
  public var handover: Milliseconds
  /// How long the seat of a lost connection is kept.
  public var seatHold: Milliseconds
  /// The same for somebody in the venue, whose phone may sleep through a round or two.
  public var venueHold: Milliseconds
  /// The same for the screen of a table, before its guests from home are seated elsewhere.
  public var screenHold: Milliseconds
  /// How long after a restart a seating waits for those whose connections went with the server.
  public var comeback: Milliseconds
  /// The most work that a seating may cost; a small gathering gets less, as it has less to find.
  public var effort: Effort
  /// The most people that a gathering's list may have.
  public var people: Int

  public init(
    handover: Milliseconds = 12_000, seatHold: Milliseconds = 30_000,
    venueHold: Milliseconds = 1_800_000, screenHold: Milliseconds = 3_000, comeback: Milliseconds = 3_000,
    effort: Effort = .standard,
    people: Int = 10_000
  ) {
    self.handover = handover
    self.seatHold = seatHold
    self.venueHold = venueHold
    self.screenHold = screenHold
    self.comeback = comeback
    self.effort = effort
    self.people = people
  }

  public func length(of hold: Hold) -> Milliseconds {
    switch hold {
    case .home: seatHold
    case .venue: venueHold
    case .screen: screenHold
    }
  }
}
