import Pairing
import Rehearsal
import Rounds
import Testing

@Suite("A new room, opened by hand")
struct NewRoomTests {
  let threes = RoundSettings(people: 3, length: 60_000)

  @Test("Two from different rooms have one of their own, and the others talk on")
  func two() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(threes, inside: 0))
    let rooms = try #require(evening.gathering.running?.rooms)
    let (one, other) = (rooms[0].people[0], rooms[1].people[0])
    try evening.give(.moveTogether(one, other))
    #expect(
      evening.gathering.running?.rooms.map(\.people) == [
        Array(rooms[0].people.dropFirst()), Array(rooms[1].people.dropFirst()), [one, other],
      ])
    #expect(evening.replayed() == evening.gathering)
  }

  @Test("Two of the same room stay: from there the others are moved")
  func ofOneRoom() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(threes, inside: 0))
    let room = try #require(evening.gathering.running?.rooms[0].people)
    let names = room.map { "Guest \($0.rawValue)" }
    let sentence = "\(names[0]) and \(names[1]) sit in one room already: move the others out of it."
    #expect(throws: Refusal(.conflict, sentence)) { try evening.give(.moveTogether(room[0], room[1])) }
  }

  @Test("Whoever is left alone by it joins others")
  func leftAlone() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000), inside: 0))
    let rooms = try #require(evening.gathering.running?.rooms.map(\.people))
    try evening.give(.moveTogether(rooms[0][0], rooms[1][0]))
    for left in [rooms[0][1], rooms[1][1]] {
      #expect((evening.gathering.running?.room(of: left)?.people.count ?? 0) > 1)
    }
  }

  @Test("Whoever a host had taken out is in again")
  func takenOut() throws {
    var evening = try VirtualEvening(people: 7)
    try evening.give(.start(threes, inside: 0))
    try evening.give(.takeOut(p(1), true))
    try evening.give(.moveTogether(p(1), p(2)))
    #expect(evening.gathering.running?.room(of: p(1))?.people.prefix(2) == [p(1), p(2)])
    #expect(evening.gathering[p(1)]?.isPassing == false)
  }

  @Test("Who is kept apart, away, or nobody, gets no room; and there are none before a round")
  func refused() throws {
    var evening = try VirtualEvening(people: 6)
    #expect(throws: Refusal(.conflict, "There are no rooms now: start a round first.")) {
      try evening.give(.moveTogether(p(1), p(2)))
    }
    try evening.give(.keep(p(1), p(2), .apart))
    try evening.give(.start(threes, inside: 0))
    #expect(throws: Refusal(.conflict, "Guest 1 and Guest 2 are kept apart.")) {
      try evening.give(.moveTogether(p(1), p(2)))
    }
    try evening.give(.leave(p(3)))
    #expect(throws: Refusal(.conflict, "Guest 3 is not here.")) {
      try evening.give(.moveTogether(p(1), p(3)))
    }
    #expect(throws: Refusal(.conflict, "Name two people: p1 stands there twice.")) {
      try evening.give(.moveTogether(p(1), p(1)))
    }
  }

  @Test("In the venue it takes a free table, and there is none without one")
  func atTables() throws {
    var evening = try VirtualEvening()
    for name in ["1", "2"] { try evening.give(.addTable(Table(name: name, seats: 2))) }
    for name in 1...4 { try evening.give(.walkIn(name: "Guest \(name)")) }
    try evening.give(.start(RoundSettings(people: 2, length: 60_000), inside: 0))
    let rooms = try #require(evening.gathering.running?.rooms.map(\.people))
    let (one, other) = (rooms[0][0], rooms[1][0])
    #expect(throws: Refusal.self) { try evening.give(.moveTogether(one, other)) }
    try evening.give(.addTable(Table(name: "3", seats: 2)))
    try evening.give(.moveTogether(one, other))
    #expect(evening.gathering.running?.room(of: one)?.table == "3")
    #expect(evening.gathering.running?.room(of: one)?.people == [one, other])
    #expect(evening.gathering.running?.room(of: rooms[0][1])?.people.contains(rooms[1][1]) == true)
  }
}
