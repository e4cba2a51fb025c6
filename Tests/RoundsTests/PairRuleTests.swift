import Pairing
import Rehearsal
import Rounds
import Testing

@Suite("Who may sit with whom")
struct PairRuleTests {
  let minute = RoundSettings(people: 2, length: 60_000)

  @Test("A blocked person is never met again, whoever comes and goes")
  func blocks() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.block(p(1), p(2), true))
    for _ in 1...8 {
      try evening.give(.start(minute, inside: 0))
      #expect(!evening.rooms.contains("p1+p2"))
      evening.wait(seconds: 60)
    }
  }

  @Test("Who blocks the person opposite leaves the room, and both get company where there is some")
  func blocksNow() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(minute, inside: 0))
    let other = evening.gathering.running!.room(of: p(1))!.people.first { $0 != p(1) }!
    try evening.give(.block(p(1), other, true))
    let rooms = try #require(evening.gathering.running)
    #expect(rooms.room(of: p(1))?.people.contains(other) != true)
    #expect(rooms.waiting.isEmpty || rooms.room(of: p(1)) != nil)
  }

  @Test("Two who are kept apart and alone wait rather than meet")
  func aloneApart() throws {
    var evening = try VirtualEvening(people: 2)
    try evening.give(.keep(p(1), p(2), .apart))
    try evening.give(.start(minute, inside: 0))
    #expect(evening.rooms == "")
    #expect(evening.gathering.running?.waiting == [p(1), p(2)])
    try evening.give(.join(Arrival(name: "Guest 3")))
    #expect(evening.rooms == "p1+p3" || evening.rooms == "p2+p3")
  }

  @Test("Two who are kept together sit together in every round")
  func together() throws {
    var evening = try VirtualEvening(people: 8)
    try evening.give(.keep(p(1), p(2), .together))
    for _ in 1...3 {
      try evening.give(.start(RoundSettings(people: 4, length: 60_000), inside: 0))
      #expect(evening.gathering.running?.room(of: p(1))?.people.contains(p(2)) == true)
      evening.wait(seconds: 60)
    }
  }

  @Test("Rules that contradict each other are refused with the people's names")
  func contradictions() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.keep(p(1), p(2), .together))
    try evening.give(.keep(p(2), p(3), .together))
    #expect(
      throws: Refusal(
        .conflict,
        "Guest 1, Guest 2 and Guest 3 are kept together one by one, but Guest 1 and Guest 3 among them are kept apart; take back one of the rules."
      )
    ) { try evening.give(.keep(p(1), p(3), .apart)) }
    #expect(
      throws: Refusal(
        .conflict,
        "Guest 1, Guest 2 and Guest 3 are kept together, but a group holds at most 2; allow larger groups or part some of them."
      )
    ) {
      try evening.give(
        .start(RoundSettings(people: 2, length: 60_000, pairing: PairingRules(sizes: 2...2)), inside: 0))
    }
  }

  @Test("A late comer is not seated with colleagues where that is forbidden")
  func hardForLateComers() throws {
    var evening = try VirtualEvening()
    for company in ["Acme", "Bolt"] {
      try evening.give(.join(Arrival(name: company, profile: Profile(company: company))))
    }
    let rules = PairingRules(avoidsSame: .company, isHard: true)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, pairing: rules), inside: 0))
    #expect(evening.rooms == "p1+p2")
    try evening.give(.join(Arrival(name: "Late", profile: Profile(company: "Acme"))))
    #expect(evening.gathering.running?.waiting == [p(3)])
    #expect(throws: Refusal(.conflict, "Late and Acme are kept apart.")) {
      try evening.give(.move(p(3), RoomID(round: 1, number: 1)))
    }
  }

  @Test("Venue and home are mixed where it is asked for")
  func mixesModes() throws {
    var evening = try VirtualEvening()
    for number in 1...8 {
      try evening.give(.join(Arrival(name: "Guest \(number)", mode: number <= 4 ? .online : .venue)))
    }
    for _ in 1...3 {
      try evening.give(
        .start(RoundSettings(people: 2, length: 60_000, pairing: PairingRules(mix: .modes)), inside: 0))
      let rooms = try #require(evening.gathering.running?.rooms)
      #expect(rooms.allSatisfy { room in Set(room.people.map { $0.rawValue <= 4 }).count == 2 })
      evening.wait(seconds: 60)
    }
  }

  @Test("The last coffee seats those who wished it of each other, though they have had one")
  func coffeeAgain() throws {
    var evening = try VirtualEvening(people: 6)
    try evening.give(.wish(p(1), of: p(4), true))
    try evening.give(.wish(p(4), of: p(1), true))
    for _ in 1...2 {
      try evening.give(
        .start(
          RoundSettings(people: 2, length: 60_000, pairing: PairingRules(honoursWishesAgain: true)), inside: 0
        ))
      #expect(evening.rooms.contains("p1+p4"))
      evening.wait(seconds: 60)
    }
  }
}
