public import Pairing

/// What somebody wants of a gathering. Whether the role allows it is checked by whoever passes it on.
public enum Command: Hashable, Sendable {
  /// Puts somebody on the list, or brings the entry with the same subject up to date.
  case invite(Invitation)
  case join(Arrival)
  /// Whether a host at the venue's door says that somebody without a page is there.
  case checkIn(PersonID, Bool)
  /// That was a mistake: the person is still expected.
  case checkInTakenBack(PersonID)
  /// Somebody on no list who stands at the venue's door.
  case walkIn(name: String)
  /// Where the person takes part from now on.
  case setMode(PersonID, Mode)
  /// The person's connection went.
  case disconnect(PersonID)
  /// The server started anew: nobody has a connection.
  case interrupt
  case leave(PersonID)
  case pass(PersonID, Bool)
  case wish(PersonID, of: PersonID, Bool)
  /// Whether the first never sits with the second again; nobody is told.
  case block(PersonID, PersonID, Bool)
  case help(PersonID, Bool)
  /// A host has seen to that room.
  case helpDone(RoomID)
  /// A host takes that back: the person's call is open again.
  case helpNotDone(RoomID, by: PersonID)
  /// The person's connection number `link` to a peer of the room does not work.
  case relink(PersonID, RoomID, peer: PersonID, link: Int)

  case start(RoundSettings, inside: Milliseconds)
  case rotate(inside: Milliseconds)
  /// Moves the end of the running round or break; negative shortens it.
  case extend(Milliseconds)
  case pause
  case resume
  case end
  /// To that room, or, without one, to the room of the running round that suits best.
  case move(PersonID, RoomID?)
  /// To the people at that table.
  case moveToTable(PersonID, String)
  /// The two to a new room of their own, from wherever they are.
  case moveTogether(PersonID, PersonID)
  case remove(PersonID)
  /// Takes somebody out of the round for now, at once, or brings back whoever sits out.
  case takeOut(PersonID, Bool)
  /// Lays down that two people sit together or apart; nil takes it back.
  case keep(PersonID, PersonID, PairRule?)
  case addTable(Table)
  case openTable(String, Bool)
  case close

  /// The scripted evening; it begins at its own start, or by `startAgenda`.
  case setAgenda(Agenda)
  case startAgenda
  /// Goes on to the next step, whatever the clock says.
  case nextStep
  /// What runs goes on, and nothing follows by itself.
  case stopAgenda

  /// The planner's answer for the round that was called; of no use once the call has changed.
  case seat(Call, Seating)
}

/// An entry of a guest list.
public struct Invitation: Hashable, Sendable {
  /// The stable identity that the guest's link carries.
  public var subject: String
  public var name: String
  public var mode: Mode
  public var profile: Profile
  public var contact: String
  /// See `Person.part`.
  public var part: String

  public init(
    subject: String, name: String, mode: Mode = .online, profile: Profile = Profile(), contact: String = "",
    part: String = ""
  ) {
    self.subject = subject
    self.name = name
    self.mode = mode
    self.profile = profile
    self.contact = contact
    self.part = part
  }
}

/// Somebody at the door: who it says it is, and what it brings. Nil leaves what is known as it is.
public struct Arrival: Hashable, Sendable {
  /// The person that a valid resume secret names; it wins over `subject`.
  public var resuming: PersonID?
  public var subject: String?
  public var name: String?
  public var mode: Mode?
  public var profile: Profile?
  public var contact: String?
  /// The table whose screen arrives; nil for a person.
  public var table: String?
  /// The links to peers that the client still has, by number: those stay, all others start anew.
  public var links: [PersonID: Int]

  public init(
    resuming: PersonID? = nil, subject: String? = nil, name: String? = nil, mode: Mode? = nil,
    profile: Profile? = nil, contact: String? = nil, table: String? = nil, links: [PersonID: Int] = [:]
  ) {
    self.resuming = resuming
    self.subject = subject
    self.name = name
    self.mode = mode
    self.profile = profile
    self.contact = contact
    self.table = table
    self.links = links
  }
}
