import Rehearsal
import Rounds
import Testing

@Suite("Rehearsals")
struct RehearsalTests {
  func agenda(rounds: Int, people: Int = 2) -> Agenda {
    Agenda(
      steps: [
        AgendaStep(kind: .welcome, content: .lobby(length: 300_000)),
        AgendaStep(
          kind: .rounds, content: .rounds(RoundSettings(people: people, length: 300_000, rounds: rounds))),
        AgendaStep(kind: .break, content: .lobby(length: nil)),
        AgendaStep(
          kind: .coffee,
          content: .rounds(RoundSettings(length: 600_000, pairing: PairingRules(honoursWishesAgain: true)))),
        AgendaStep(kind: .farewell, content: .lobby(length: 60_000)),
      ])
  }

  @Test("Twelve people who all come meet somebody new in every round, each at its time")
  func everybodyComes() throws {
    let report = try Rehearsal(agenda: agenda(rounds: 5), guests: Rehearsal.madeUp(12)).run()
    #expect(report.rounds.count == 6)
    #expect(report.partners.min()! >= 5)
    #expect(report.sitOuts == 0)
    #expect(report.steps.allSatisfy { $0.began != nil })
    #expect(report.greatestDelay == 0)
    let starts = report.rounds.map { $0.startedAt.milliseconds / 1000 }
    #expect(starts == [300, 600, 900, 1200, 1500, 1860])
  }

  @Test("No-shows, late comers, drops and crashes still leave everybody with company", arguments: 1...20)
  func mishaps(seed: UInt64) throws {
    let report = try Rehearsal(
      agenda: agenda(rounds: 6, people: 3), guests: Rehearsal.madeUp(40),
      mishaps: Mishaps(noShows: 0.1, late: 0.2, drops: 0.1, crashes: true), seed: seed
    ).run()
    #expect(report.rounds.map(\.number) == Array(1...7))
    #expect((25..<41).contains(report.came.count))
    #expect(report.sitOuts <= 2)
    // Whoever stayed from the beginning to the end has met somebody in each round or nearly so.
    #expect(report.meanPartners > 6)
    // A crash may hold up what it hits by the time that the server was down and people needed to come back.
    #expect(report.greatestDelay <= 3 * 13_000)
  }

  @Test("The same seed is the same evening, another is not")
  func deterministic() throws {
    func run(_ seed: UInt64) throws -> Report {
      try Rehearsal(
        agenda: agenda(rounds: 3, people: 4), guests: Rehearsal.madeUp(30),
        mishaps: Mishaps(late: 0.3, drops: 0.5, crashes: true), seed: seed
      ).run()
    }
    #expect(try run(5) == run(5))
    #expect(try run(5) != run(6))
  }

  @Test("An evening to which nobody comes has no round, and ends")
  func nobody() throws {
    let report = try Rehearsal(
      agenda: agenda(rounds: 2), guests: Rehearsal.madeUp(5), mishaps: Mishaps(noShows: 1)
    ).run()
    #expect(report.came.isEmpty)
  }

  @Test("Who is at home and who is in the venue meet across where it is asked for")
  func modes() throws {
    var guests = Rehearsal.madeUp(20)
    for number in guests.indices { guests[number].mode = number < 10 ? .venue : .online }
    let rounds = RoundSettings(people: 2, length: 60_000, rounds: 4, pairing: PairingRules(mix: .modes))
    let report = try Rehearsal(
      agenda: Agenda(steps: [AgendaStep(kind: .rounds, content: .rounds(rounds))]), guests: guests
    ).run()
    #expect(report.meetingsByMode.online == 0 && report.meetingsByMode.venue == 0)
    #expect(report.repeats == 0)
  }
}
