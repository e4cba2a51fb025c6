import Foundation
import Pairing
import Rehearsal
import Rounds
import Testing

@Suite("Taken out of the round by a host")
struct SittingOutTests {
  let threes = RoundSettings(people: 3, length: 60_000, rounds: 3)

  @Test("Whoever is taken out leaves the room at once, and is in no coming round until brought back")
  func takenOut() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(threes, inside: 0))
    try evening.give(.takeOut(p(1), true))
    #expect(evening.gathering.running?.room(of: p(1)) == nil)
    #expect(evening.gathering.running?.waiting == [])
    #expect(evening.gathering[p(1)]?.takenOutBy == .host)
    evening.wait(seconds: 60)
    #expect(evening.gathering.running?.number == 2)
    #expect(evening.gathering.running?.room(of: p(1)) == nil)
    try evening.give(.takeOut(p(1), false))
    #expect(evening.gathering.running?.room(of: p(1)) != nil)
    #expect(evening.gathering[p(1)]?.takenOutBy == nil)
    #expect(evening.replayed() == evening.gathering)
  }

  @Test("They come back by their own wish, too")
  func comesBack() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(threes, inside: 0))
    try evening.give(.takeOut(p(1), true))
    try evening.give(.pass(p(1), false))
    #expect(evening.gathering.running?.room(of: p(1)) != nil)
    #expect(evening.gathering[p(1)]?.isPassing == false)
  }

  @Test("Moved back into the room they sit where they sat, and are in again")
  func movedBack() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(threes, inside: 0))
    let room = try #require(evening.gathering.running?.room(of: p(1))?.id)
    try evening.give(.takeOut(p(1), true))
    try evening.give(.move(p(1), room))
    #expect(evening.gathering.running?.room(of: p(1))?.id == room)
    #expect(evening.gathering[p(1)]?.isPassing == false)
  }

  @Test("Who sits out by own wish may be moved into a room, and sits out again after the round")
  func ownWishMoved() throws {
    var evening = try VirtualEvening(people: 7)
    try evening.give(.pass(p(1), true))
    try evening.give(.start(threes, inside: 0))
    let room = try #require(evening.gathering.running?.rooms.first?.id)
    try evening.give(.move(p(1), room))
    #expect(evening.gathering.running?.room(of: p(1))?.id == room)
    #expect(evening.gathering[p(1)]?.isPassing == true)
  }

  @Test("Whoever is left alone joins others at once")
  func leftAlone() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000), inside: 0))
    let partner = try #require(evening.gathering.running?.room(of: p(1))?.people.first { $0 != p(1) })
    try evening.give(.takeOut(p(1), true))
    #expect(evening.gathering.running?.room(of: partner)?.people.count == 3)
  }

  @Test("Whoever sits out by own wish and talks on is taken out at once, and it stays their own wish")
  func ownWish() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(threes, inside: 0))
    try evening.give(.pass(p(1), true))
    try evening.give(.takeOut(p(1), true))
    #expect(evening.gathering.running?.room(of: p(1)) == nil)
    #expect(evening.gathering[p(1)]?.takenOutBy == nil)
  }

  @Test("Nobody is taken out who is not here")
  func notHere() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.leave(p(1)))
    #expect(throws: Refusal(.conflict, "Guest 1 is not here.")) { try evening.give(.takeOut(p(1), true)) }
  }

  @Test("A journal from before hosts could do it is read as it was")
  func olderJournal() throws {
    let person = Person(id: p(1), name: "Ana", isPassing: true)
    let json = try JSONEncoder().encode(person)
    #expect(!String(decoding: json, as: UTF8.self).contains("takenOutBy"))
    #expect(try JSONDecoder().decode(Person.self, from: json) == person)
  }
}
