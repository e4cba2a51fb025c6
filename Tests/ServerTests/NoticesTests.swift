import Pairing
import Rehearsal
import Rounds
import Signalling
import Testing

@testable import Server

@Suite struct NoticesTests {
  /// What follows from the changes of one command.
  func notices(
    _ evening: inout VirtualEvening, _ act: (inout VirtualEvening) throws -> Void
  ) throws -> Notices {
    var notices = Notices()
    let before = evening.record.count
    var replay = evening.replayed()
    try act(&evening)
    for entry in evening.record[before...] {
      replay.apply(entry.change, at: entry.at)
      notices.note(entry.change, in: replay)
    }
    return notices
  }

  func told(_ notices: Notices, _ person: Int) -> [ServerMessage] {
    notices.messages.compactMap { audience, message in
      if case .person(PersonID(rawValue: person)) = audience { message } else { nil }
    }
  }

  @Test("Who stays in a room hears of who left; whoever is moved gets the whole room")
  func partnerLeaves() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 3, length: 60_000), inside: 0))
    let room = try #require(evening.gathering.running?.room(of: PersonID(rawValue: 1)))
    let others = room.people.filter { $0.rawValue != 1 }
    let notices = try notices(&evening) { try $0.give(.leave(PersonID(rawValue: 1))) }
    for other in others {
      guard case .peer(let change) = try #require(told(notices, other.rawValue).first) else {
        Issue.record("not a peer message")
        return
      }
      #expect(change.change == .left)
      #expect(change.peer.id == PersonID(rawValue: 1))
    }
    let elsewhere = evening.gathering.people.map(\.id).filter { !room.people.contains($0) }
    #expect(elsewhere.allSatisfy { told(notices, $0.rawValue).isEmpty })
  }

  @Test("A lost peer's seat is said to be kept, and for how long")
  func lost() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000), inside: 0))
    let notices = try notices(&evening) { try $0.give(.disconnect(PersonID(rawValue: 2))) }
    guard case .peer(let change) = try #require(told(notices, 1).first) else { return }
    #expect(change.change == .lost)
    #expect(change.holdSeconds == 30)
    #expect(told(notices, 2).isEmpty)
  }

  @Test("Whoever a host takes out is told so, and why there is no room; the others hear that they left")
  func takenOut() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 3, length: 60_000), inside: 0))
    let room = try #require(evening.gathering.running?.room(of: PersonID(rawValue: 1)))
    let notices = try notices(&evening) { try $0.give(.takeOut(PersonID(rawValue: 1), true)) }
    #expect(told(notices, 1).first == .pass(Passing(on: true, isByHost: true)))
    guard case .assignment(let assignment) = try #require(told(notices, 1).last) else {
      Issue.record("not an assignment")
      return
    }
    #expect(assignment.room == nil)
    #expect(assignment.reason?.hasPrefix("A host has taken you out of the round for now.") == true)
    for other in room.people where other.rawValue != 1 {
      guard case .peer(let change) = try #require(told(notices, other.rawValue).first) else { return }
      #expect(change.change == .left)
    }
  }

  @Test("The phase is told once, however many changes a rotation has")
  func rotation() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000), inside: 0))
    evening.wait(seconds: 5)
    let notices = try notices(&evening) { try $0.give(.rotate(inside: 0)) }
    #expect(notices.phaseChanged)
    for person in 1...4 {
      let assignments = told(notices, person).filter { if case .assignment = $0 { true } else { false } }
      #expect(assignments.count >= 1)
    }
  }
}
