import Rehearsal
import Rounds
import Testing

@Suite struct RoundTests {
  let twoMinutes = RoundSettings(people: 2, length: 120_000)

  @Test("A round seats everybody who is here and ends by itself")
  func roundEnds() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(twoMinutes, inside: 0))
    #expect(evening.gathering.phase.name == .round)
    #expect(evening.gathering.running?.rooms.count == 2)
    evening.wait(seconds: 119.9)
    #expect(evening.gathering.phase.name == .round)
    evening.wait(seconds: 0.1)
    #expect(evening.gathering.phase == Phase(name: .lobby, round: 1))
  }

  @Test("Rounds in a row follow each other to the millisecond, each seated a handover before")
  func rowOfRounds() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    evening.wait(seconds: 47.9)
    #expect(evening.gathering.coming == nil)
    evening.wait(seconds: 0.1)
    #expect(evening.gathering.coming?.round?.startsAt == Instant(milliseconds: 60_000))
    evening.wait(seconds: 12)
    #expect(evening.gathering.phase.startsAt == Instant(milliseconds: 60_000))
    evening.wait(seconds: 60)
    #expect(evening.gathering.running?.number == 3)
    #expect(evening.gathering.phase.endsAt == Instant(milliseconds: 180_000))
    evening.wait(seconds: 60)
    #expect(evening.gathering.phase.name == .lobby)
  }

  @Test("Four people meet all three others in three rounds")
  func everybodyMeets() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    var seen: Set<String> = []
    for _ in 1...3 {
      for pair in evening.rooms.split(separator: " ") { seen.insert(String(pair)) }
      evening.wait(seconds: 60)
    }
    #expect(seen == ["p1+p2", "p1+p3", "p1+p4", "p2+p3", "p2+p4", "p3+p4"])
  }

  @Test("Pausing keeps what was left, and shifts what follows with it")
  func pause() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 2), inside: 0))
    evening.wait(seconds: 50)
    try evening.give(.pause)
    evening.wait(seconds: 600)
    #expect(evening.gathering.phase.pausedAt == Instant(milliseconds: 50_000))
    try evening.give(.resume)
    #expect(evening.gathering.phase.endsAt == Instant(milliseconds: 660_000))
    #expect(evening.gathering.coming?.startsAt == Instant(milliseconds: 660_000))
    evening.wait(seconds: 10)
    #expect(evening.gathering.running?.number == 2)
  }

  @Test("Extending moves the end and the coming round; shortening below now is refused")
  func extend() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 2), inside: 0))
    evening.wait(seconds: 50)
    try evening.give(.extend(30_000))
    #expect(evening.gathering.coming?.startsAt == Instant(milliseconds: 90_000))
    #expect(throws: Refusal.self) { try evening.give(.extend(-60_000)) }
    try evening.give(.extend(-30_000))
    #expect(evening.gathering.phase.endsAt == Instant(milliseconds: 60_000))
  }

  @Test("A rotation brings the next round with the same settings, and a second press is a conflict")
  func rotate() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(twoMinutes, inside: 0))
    evening.wait(seconds: 30)
    try evening.give(.rotate(inside: 12_000))
    #expect(throws: Refusal.self) { try evening.give(.rotate(inside: 0)) }
    evening.wait(seconds: 12)
    #expect(evening.gathering.running?.number == 2)
    #expect(evening.gathering.phase.endsAt == Instant(milliseconds: 162_000))
    #expect(throws: Refusal.self) { try evening.give(.rotate(inside: 0)) }
    evening.wait(seconds: 2)
    try evening.give(.rotate(inside: 0))
    #expect(evening.gathering.running?.number == 3)
  }

  @Test("A called round starts at its time, and can be called off")
  func calledRound() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(twoMinutes, inside: 60_000))
    #expect(evening.gathering.phase == Phase(name: .lobby, round: 0, startsAt: Instant(milliseconds: 60_000)))
    evening.wait(seconds: 48)
    #expect(evening.comingRooms.isEmpty == false)
    try evening.give(.end)
    evening.wait(seconds: 60)
    #expect(evening.gathering.phase == Phase(name: .lobby, round: 0))
  }

  @Test("A machine that slept starts the next round late by the delay, skips none and doubles none")
  func suspended() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    evening.wait(seconds: 40)
    evening.oversleep(seconds: 300)
    #expect(evening.gathering.running?.number == 2)
    #expect(evening.gathering.phase.startsAt == Instant(milliseconds: 340_000))
    evening.wait(seconds: 60)
    #expect(evening.gathering.running?.number == 3)
  }

  @Test("A round needs two people")
  func needsTwo() throws {
    var evening = try VirtualEvening(people: 1)
    #expect(throws: Refusal(.conflict, "A round needs two people; 1 who would sit are here.")) {
      try evening.give(.start(twoMinutes, inside: 0))
    }
  }

  @Test("After the end nothing is done any more")
  func closed() throws {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.start(twoMinutes, inside: 0))
    try evening.give(.close)
    #expect(evening.gathering.phase == Phase(name: .ended, round: 1))
    #expect(evening.gathering.nextDeadline(after: evening.now) == nil)
    #expect(throws: Refusal.self) { try evening.give(.join(Arrival(name: "Late"))) }
  }
}
