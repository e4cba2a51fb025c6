import Pairing
import Rehearsal
import Rounds
import Testing

@Suite struct SeatTests {
  let pairs = RoundSettings(people: 2, length: 120_000)

  @Test("A seating that answers a round called off meanwhile is not taken for its successor's")
  func staleAnswer() throws {
    var gathering = try VirtualEvening(people: 4).gathering
    let now = Instant(milliseconds: 0)
    try gathering.perform(.start(RoundSettings(people: 4), inside: 0), at: now) { _, _ in }
    let first = try #require(gathering.callToSeat(at: now))
    let answer = try seat(gathering.seatingRequest(for: first))
    try gathering.perform(.end, at: now) { _, _ in }
    try gathering.perform(.start(pairs, inside: 0), at: now) { _, _ in }
    try gathering.perform(.seat(first, answer), at: now) { _, _ in }
    #expect(gathering.running == nil)
    let second = try #require(gathering.callToSeat(at: now))
    try gathering.perform(.seat(second, seat(gathering.seatingRequest(for: second))), at: now) { _, _ in }
    #expect(gathering.running?.rooms.map(\.people.count) == [2, 2])
  }

  @Test("An odd person makes a group of three")
  func oddOne() throws {
    var evening = try VirtualEvening(people: 5)
    try evening.give(.start(pairs, inside: 0))
    #expect(evening.gathering.running?.rooms.map(\.people.count).sorted() == [2, 3])
  }

  @Test("A late comer gets a seat at once, rather a third one than none")
  func lateComer() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(pairs, inside: 0))
    try evening.give(.join(Arrival(name: "Late")))
    #expect(evening.gathering.running?.room(of: p(5))?.people.count == 3)
  }

  @Test("Whoever is left alone joins another room at once")
  func partnerLeaves() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(pairs, inside: 0))
    let partner = try #require(evening.gathering.running?.room(of: p(1))?.people.first { $0 != p(1) })
    try evening.give(.leave(partner))
    #expect(evening.gathering.running?.room(of: p(1))?.people.count == 3)
    #expect(evening.gathering.running?.waiting == [])
  }

  @Test("The last one left waits, and is paired with the next who comes")
  func lastOne() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.start(pairs, inside: 0))
    try evening.give(.leave(p(2)))
    #expect(evening.gathering.running?.waiting == [p(1)])
    #expect(evening.rooms == "")
    try evening.give(.join(Arrival(name: "Next")))
    #expect(evening.rooms == "p1+p3")
  }

  @Test("A lost connection keeps its seat for thirty seconds, then the partner gets company")
  func lostConnection() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(pairs, inside: 0))
    let partner = try #require(evening.gathering.running?.room(of: p(1))?.people.first { $0 != p(1) })
    try evening.give(.disconnect(partner))
    evening.wait(seconds: 29.9)
    #expect(evening.gathering.running?.room(of: p(1))?.people.count == 2)
    evening.wait(seconds: 0.1)
    #expect(evening.gathering[partner]?.presence == .away)
    #expect(evening.gathering.running?.room(of: p(1))?.people.count == 3)
  }

  @Test("Whoever comes back in time sits where they sat, on a new link")
  func comesBack() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(pairs, inside: 0))
    let room = try #require(evening.gathering.running?.room(of: p(1)))
    let partner = try #require(room.people.first { $0 != p(1) })
    try evening.give(.disconnect(p(1)))
    evening.wait(seconds: 10)
    try evening.give(.join(Arrival(resuming: p(1))))
    #expect(evening.gathering.running?.room(of: p(1))?.id == room.id)
    #expect(evening.gathering.running?.room(of: p(1))?.link(Pair(p(1), partner)) == 2)
  }

  @Test("A client that still holds its links keeps them")
  func keepsLinks() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.start(pairs, inside: 0))
    try evening.give(.disconnect(p(1)))
    try evening.give(.join(Arrival(resuming: p(1), links: [p(2): 1])))
    #expect(evening.gathering.running?.rooms[0].link(Pair(p(1), p(2))) == 1)
  }

  @Test("A link that does not work is counted up once, however many say so")
  func relink() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.start(pairs, inside: 0))
    let room = try #require(evening.gathering.running?.rooms[0].id)
    try evening.give(.relink(p(1), room, peer: p(2), link: 1))
    try evening.give(.relink(p(2), room, peer: p(1), link: 1))
    #expect(evening.gathering.running?.rooms[0].link(Pair(p(1), p(2))) == 2)
    #expect(throws: Refusal.self) { try evening.give(.relink(p(1), room, peer: p(7), link: 1)) }
  }

  @Test("People who come and go during the handover change only the rooms concerned")
  func handoverChurn() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 2), inside: 0))
    evening.wait(seconds: 50)
    let before = try #require(evening.gathering.coming?.round)
    let partner = try #require(before.room(of: p(1))?.people.first { $0 != p(1) })
    try evening.give(.leave(partner))
    let after = try #require(evening.gathering.coming?.round)
    #expect(after.room(of: p(1))?.people.count == 3)
    let untouched = before.rooms.filter { room in after.rooms.contains(room) }
    #expect(untouched.count == 1)
  }

  @Test("Whoever passes keeps the room, and has no seat in the next round until it is taken back")
  func passing() throws {
    var evening = try VirtualEvening(people: 5)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    try evening.give(.pass(p(1), true))
    #expect(evening.gathering.running?.room(of: p(1)) != nil)
    evening.wait(seconds: 60)
    #expect(evening.gathering.running?.room(of: p(1)) == nil)
    #expect(evening.gathering.running?.waiting == [])
    try evening.give(.pass(p(1), false))
    #expect(evening.gathering.running?.room(of: p(1))?.people.count == 3)
  }

  @Test("A room seats six at most; a host who moves a seventh there is told so")
  func roomIsFull() throws {
    var evening = try VirtualEvening(people: 12)
    try evening.give(.start(RoundSettings(people: 6, length: 60_000), inside: 0))
    let room = try #require(evening.gathering.running?.rooms[0])
    let other = try #require(evening.gathering.running?.rooms[1].people.first)
    #expect(throws: Refusal(.conflict, "\(room.id) is full: a room seats 6.")) {
      try evening.give(.move(other, room.id))
    }
  }

  @Test("A host may move somebody to wherever a seat is free, if there is one")
  func movedAnywhere() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 3, length: 60_000), inside: 0))
    let before = evening.gathering.running?.room(of: p(1))?.id
    try evening.give(.move(p(1), nil))
    #expect(evening.gathering.running?.room(of: p(1))?.id != before)
    var small = try VirtualEvening(people: 2)
    try small.give(.start(RoundSettings(people: 2, length: 60_000), inside: 0))
    #expect(throws: Refusal(.conflict, "There is no other room with a free seat now.")) {
      try small.give(.move(p(1), nil))
    }
  }

  @Test("A match is made of two wishes")
  func match() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.wish(p(1), of: p(2), true))
    #expect(!evening.gathering.isMatch(Pair(p(1), p(2))))
    try evening.give(.wish(p(2), of: p(1), true))
    #expect(evening.gathering.isMatch(Pair(p(1), p(2))))
    #expect(throws: Refusal.self) { try evening.give(.wish(p(1), of: p(9), true)) }
  }

  @Test("Two who wish it of each other sit together again, once")
  func anotherCoffee() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    let partner = try #require(evening.gathering.running?.room(of: p(1))?.people.first { $0 != p(1) })
    try evening.give(.wish(p(1), of: partner, true))
    try evening.give(.wish(partner, of: p(1), true))
    evening.wait(seconds: 60)
    #expect(evening.gathering.running?.room(of: p(1))?.people.contains(partner) == true)
    evening.wait(seconds: 60)
    #expect(evening.gathering.running?.room(of: p(1))?.people.contains(partner) == false)
  }

  @Test("Whoever was removed does not come in again")
  func removed() throws {
    var evening = try VirtualEvening()
    try evening.give(.join(Arrival(subject: "ana", name: "Ana")))
    try evening.give(.remove(p(1)))
    #expect(throws: Refusal.self) { try evening.give(.join(Arrival(subject: "ana", name: "Ana"))) }
  }
}
