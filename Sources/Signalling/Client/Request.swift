public import Pairing
public import Rounds

/// What is wanted, by the message's `type`.
public enum Request: Hashable, Sendable {
  case join(Join)
  /// What can be known before joining.
  case look(Join.Entry)
  case signal(Signal)
  case chat(Chat)
  /// Another coffee with that person, or no more.
  case wish(person: PersonID, on: Bool)
  case help(on: Bool)
  /// Never sits with that person again, or may again; nobody is told.
  case block(person: PersonID, on: Bool)
  /// Sits the coming rounds out.
  case pass(on: Bool)
  /// Told whenever it changes; hosts see it.
  case quality(LineQuality)
  /// Goes home, or comes to the venue.
  case mode(Mode)
  /// A screen without a link asks for a code to show.
  case pair(GatheringID)
  /// Leaves for good.
  case leave
  case time(t0: JSONNumber)
  /// The link of that number didn't connect, or died.
  case relink(room: RoomID, person: PersonID, link: Int)

  case roundStart(RoundStart)
  case rotate(delay: Milliseconds)
  /// Moves the end of the round; negative shortens it, never 0.
  case roundExtend(by: Milliseconds)
  case roundPause
  case roundResume
  case roundEnd
  case announce(text: String)
  /// Without a room or a table: wherever there is a seat.
  case personMove(person: PersonID, room: RoomID?, table: String? = nil)
  /// Two people to a new room of their own.
  case personMoveTogether(person: PersonID, with: PersonID)
  case personRemove(person: PersonID)
  /// Takes somebody out of the round for now, at once, or brings back whoever sits out.
  case personPass(person: PersonID, on: Bool)
  /// A host has seen to a room that called, or takes that back: then the call of that person is open again.
  case helpDone(RoomID, reopening: PersonID? = nil)
  /// A host looks in on a room.
  case roomVisit(RoomID)
  case venue(VenueRequest)
  /// Two people together or apart in every round; nil takes it back.
  case pairKeep(PersonID, PersonID, rule: PairRule?)
  case roster
  case status
  case agenda(AgendaRequest)

  case gatheringCreate(GatheringCreate)
  case gatheringList
  case gatheringClose
  /// Removes everything of a gathering that is over.
  case gatheringPurge
  case guestsAdd([Guest])
  case link(LinkRequest)
}
