import Rehearsal
import Rounds
import Testing

@Suite struct RehearsalTests {
  @Test("Twelve people who all come meet somebody new in every round")
  func everybodyComes() throws {
    let report = try Rehearsal(
      people: 12, settings: RoundSettings(people: 2, length: 60_000, rounds: 5), seed: 1
    ).run()
    #expect(report.rounds == 5)
    #expect(report.leastMet == 5)
    #expect(report.repeats == 0)
    #expect(report.waits == 0)
  }

  @Test("No-shows, late comers and drops still leave everybody with company")
  func mishaps() throws {
    var rehearsal = Rehearsal(
      people: 40, settings: RoundSettings(people: 3, length: 60_000, rounds: 4), seed: 7)
    rehearsal.noShowPercent = 10
    rehearsal.latePercent = 20
    rehearsal.dropPercent = 10
    let report = try rehearsal.run()
    #expect(report.rounds == 4)
    #expect((30..<40).contains(report.people))
    #expect(report.leastMet >= 3)
  }

  @Test("The same seed is the same evening")
  func deterministic() throws {
    var rehearsal = Rehearsal(
      people: 30, settings: RoundSettings(people: 4, length: 60_000, rounds: 3), seed: 5)
    rehearsal.dropPercent = 20
    #expect(try rehearsal.run() == rehearsal.run())
  }

  @Test("An evening to which nobody comes is refused")
  func nobody() {
    var rehearsal = Rehearsal(people: 10, settings: RoundSettings(), seed: 1)
    rehearsal.noShowPercent = 100
    #expect(throws: Refusal.self) { try rehearsal.run() }
  }
}
