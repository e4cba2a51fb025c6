public import Pairing

/// One recorded fact: an outcome, never an input, so that a newer planner replays an old evening unchanged.
///
/// The journal keeps these as JSON: a case or a label that has been released keeps its name.
public enum Change: Hashable, Sendable, Codable {
  /// Somebody new is on the list, under the next free number.
  case invited(person: Person)
  /// What is known of the person is replaced; presence and passing stay.
  case updated(person: Person)
  case joined(person: PersonID)
  /// Is in the venue without a page.
  case checkedIn(person: PersonID)
  /// Has not come yet after all.
  case expected(person: PersonID)
  case lost(person: PersonID)
  case interrupted
  /// Lost for too long.
  case away(person: PersonID)
  case left(person: PersonID)
  case removed(person: PersonID)
  /// Sits out by own wish, or no more, whoever had said so.
  case passed(person: PersonID, on: Bool)
  /// Sits out because a host said so.
  case takenOut(person: PersonID)
  case wished(person: PersonID, of: PersonID, on: Bool)
  case blocked(person: PersonID, other: PersonID, on: Bool)
  case kept(pair: Pair, rule: PairRule?)
  case helpCalled(room: RoomID, by: PersonID, on: Bool)

  case called(Call)
  case uncalled
  case seated(Seated)
  case started(round: Int)
  /// The running round is over; a following `started` makes it a rotation.
  case ended(round: Int)
  case paused
  case resumed
  /// The end of the running round or break moved, and with it whatever follows.
  case rescheduled(endsAt: Instant)
  case reseated(round: Int, moves: [Move])
  /// These pairs of the room start again from a new link.
  case relinked(room: RoomID, pairs: [Pair])
  /// A table is new, or is as it says from now on.
  case furnished(Table)
  case scripted(Agenda)
  /// A step of the agenda that is no round has begun; without an end it waits for whoever leads.
  case stepped(step: Int, endsAt: Instant?)
  case agendaStopped
  case agendaEnded
  case closed
}

/// A round that was called and whose seating is not decided yet.
public struct Call: Hashable, Sendable, Codable {
  public let number: Int
  public let settings: RoundSettings
  public internal(set) var startsAt: Instant
  /// When the seating is decided: the handover before the start, or at once.
  public internal(set) var seatAt: Instant
  /// The last of the rounds that follow each other by themselves.
  public let lastRound: Int
  /// Whether it takes the place of a running round.
  public let isRotation: Bool
  /// The step of the agenda that it belongs to; nil for one that somebody called by hand.
  public let step: Int?
}

/// The seating of a coming round, as it was decided.
public struct Seated: Hashable, Sendable, Codable {
  public let number: Int
  public let settings: RoundSettings
  public let startsAt: Instant
  public let endsAt: Instant
  public let lastRound: Int
  public let isRotation: Bool
  /// The step of the agenda that it belongs to; nil for one that somebody called by hand.
  public let step: Int?
  /// The people of each room; room `r3-1` is the first.
  public let rooms: [[PersonID]]
  /// The table of each room, nil for one of people at home; nil as a whole where there are no tables.
  public let tables: [String?]?
  /// What the planner wants to see again next time.
  public let template: Template?
}

/// A person's way from one room of a round to another; nil stands for no room.
public struct Move: Hashable, Sendable, Codable {
  public let person: PersonID
  public let from: RoomID?
  public let to: RoomID?
  /// Where a room that the move opens is; nil for one of people at home.
  public let table: String?

  init(person: PersonID, from: RoomID?, to: RoomID?, table: String? = nil) {
    self.person = person
    self.from = from
    self.to = to
    self.table = table
  }
}
