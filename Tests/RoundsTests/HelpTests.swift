import Pairing
import Rehearsal
import Rounds
import Testing

@Suite("A room's call for a host")
struct HelpTests {
  /// Six people in two rooms, and the room of the first.
  func calling() throws -> (evening: VirtualEvening, room: RoomID) {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 3, length: 60_000), inside: 0))
    let room = try #require(evening.gathering.running?.room(of: p(1))?.id)
    try evening.give(.help(p(1), true))
    return (evening, room)
  }

  @Test("What a host has seen to is open again once that is taken back, by the one who called")
  func takenBack() throws {
    var (evening, room) = try calling()
    try evening.give(.helpDone(room))
    #expect(evening.gathering.helpCalls == [:])
    try evening.give(.helpNotDone(room, by: p(1)))
    #expect(evening.gathering.helpCalls == [room: p(1)])
    #expect(evening.replayed() == evening.gathering)
  }

  @Test("A call that is open can't be opened again")
  func openAlready() throws {
    var (evening, room) = try calling()
    #expect(throws: Refusal(.conflict, "\(room) calls for a host already.")) {
      try evening.give(.helpNotDone(room, by: p(1)))
    }
  }

  @Test("Nobody calls from a room where they sit no more")
  func gone() throws {
    var (evening, room) = try calling()
    try evening.give(.helpDone(room))
    let other = try #require(evening.gathering.running?.rooms.first { $0.id != room }?.id)
    try evening.give(.move(p(1), other))
    let refusal = Refusal(.conflict, "Guest 1 does not sit in \(room) any more, so nobody calls from there.")
    #expect(throws: refusal) { try evening.give(.helpNotDone(room, by: p(1))) }
    try evening.give(.end)
    #expect(throws: Refusal.self) { try evening.give(.helpNotDone(other, by: p(1))) }
  }
}
