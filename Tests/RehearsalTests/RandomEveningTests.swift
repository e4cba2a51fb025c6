import Pairing
import Rehearsal
import Rounds
import Testing

/// Random evenings against rules that know nothing of how they are kept.
@Suite("Random evenings")
struct RandomEveningTests {
  /// To run one alone, put its number here: a failure names it.
  static let seeds = stride(from: UInt64(1), through: 500, by: 125).map { $0...($0 + 124) }

  @Test("Whatever people, hosts, clocks and crashes do, an evening stays an evening", arguments: seeds)
  func randomEvenings(seeds: ClosedRange<UInt64>) throws {
    try play(seeds, atTables: false)
  }

  @Test("The same in a venue, with tables that close and screens that fail", arguments: seeds)
  func randomVenues(seeds: ClosedRange<UInt64>) throws {
    try play(seeds, atTables: true)
  }

  private func play(_ seeds: ClosedRange<UInt64>, atTables: Bool) throws {
    for seed in seeds {
      var chance = SplitMix64(seed: seed)
      var evening = try VirtualEvening(
        people: Int.random(in: 0...12, using: &chance), policy: Policy(effort: Effort(units: 2_000)))
      var checks = EveningChecks(seed: seed)
      if atTables { try furnish(&evening, &chance) }
      for _ in 0..<80 {
        if atTables, Int.random(in: 0..<4, using: &chance) == 0 {
          try? evening.give(venueCommand(evening.gathering, &chance))
        } else {
          step(&evening, &chance)
        }
        checks.check(evening)
      }
      var live = evening.gathering
      var replayed = evening.replayed()
      // Both trim what they remember of lost connections when they are next told the time.
      live.settle(at: evening.now) { _, _ in }
      replayed.settle(at: evening.now) { _, _ in }
      #expect(live == replayed, "seed \(seed): replayed, it is another evening")
    }
  }

  private func furnish(_ evening: inout VirtualEvening, _ chance: inout SplitMix64) throws {
    for number in 1...Int.random(in: 1...4, using: &chance) {
      let seats = Int.random(in: 2...6, using: &chance)
      try evening.give(.addTable(Table(name: "\(number)", seats: seats, hasScreen: number % 2 == 1)))
      if number % 2 == 1 { try evening.give(.join(Arrival(table: "\(number)"))) }
    }
    for person in evening.gathering.people where person.id.rawValue % 2 == 0 && !person.isScreen {
      try evening.give(.setMode(person.id, .venue))
    }
  }

  private func venueCommand(_ gathering: Gathering, _ chance: inout SplitMix64) -> Command {
    let someone = p(Int.random(in: 1...max(1, gathering.people.count), using: &chance))
    let table = "\(Int.random(in: 1...5, using: &chance))"
    let on = Bool.random(using: &chance)
    return switch Int.random(in: 0..<15, using: &chance) {
    case 0, 1: .join(Arrival(table: table))
    case 2...4: .setMode(someone, on ? .venue : .online)
    case 5: .checkIn(someone, on)
    case 6: .walkIn(name: "New")
    case 7: .join(Arrival(name: "New", mode: .venue))
    case 8: .addTable(Table(name: table, seats: Int.random(in: 2...6, using: &chance)))
    case 9: .openTable(table, false)
    case 10, 11: .openTable(table, true)
    case 12: .moveToTable(someone, table)
    case 13: .checkInTakenBack(someone)
    // A screen that fails, where one is.
    default: .disconnect(gathering.people.last { $0.isScreen }?.id ?? someone)
    }
  }

  private func step(_ evening: inout VirtualEvening, _ chance: inout SplitMix64) {
    switch Int.random(in: 0..<40, using: &chance) {
    case 0..<9: evening.wait(seconds: Double.random(in: 0...20, using: &chance))
    // The clock jumps: a busy loop, or a machine that slept.
    case 9: evening.oversleep(seconds: Double.random(in: 0...200, using: &chance))
    case 10:
      let isOver = evening.gathering.hasEnded
      if !isOver { try? evening.crash(downFor: Int64.random(in: 0...90_000, using: &chance)) }
    // A refusal changes nothing, which the checks go on to show.
    default: try? evening.give(command(evening.gathering, &chance))
    }
  }

  private func command(_ gathering: Gathering, _ chance: inout SplitMix64) -> Command {
    let people = max(1, gathering.people.count)
    let someone = p(Int.random(in: 1...people, using: &chance))
    let other = p(Int.random(in: 1...people, using: &chance))
    let on = Bool.random(using: &chance)
    let round = gathering.running?.number ?? gathering.coming?.number ?? 1
    let room = RoomID(round: round, number: Int.random(in: 1...3, using: &chance))
    return switch Int.random(in: 0..<37, using: &chance) {
    case 0...2: .join(Arrival(name: "New", profile: Profile(company: on ? "Acme" : "Bolt")))
    // Also of somebody who has come back meanwhile: an old connection that is noticed late.
    case 3, 4: .disconnect(someone)
    case 5...8: .join(Arrival(resuming: someone))
    case 9: .leave(someone)
    case 10: .pass(someone, on)
    case 36: .moveTogether(someone, other)
    case 34: .takeOut(someone, on)
    case 35: .helpNotDone(room, by: someone)
    case 11, 12: .wish(someone, of: other, on)
    case 13...15: .start(settings(&chance), inside: on ? 0 : 15_000)
    case 16: .rotate(inside: on ? 0 : 5_000)
    case 17: .extend(Int64.random(in: -20_000...20_000, using: &chance))
    case 18: .pause
    case 19, 20: .resume
    case 21: .end
    case 22: .move(someone, on ? room : nil)
    case 23: on ? .remove(someone) : .help(someone, on)
    case 24: .block(someone, other, on)
    case 25: .keep(someone, other, [PairRule.apart, .together, nil].randomElement(using: &chance)!)
    case 26: .relink(someone, room, peer: other, link: 1)
    case 27, 28: .setAgenda(agenda(&chance))
    case 29, 30: .startAgenda
    case 31, 32: .nextStep
    default: .stopAgenda
    }
  }

  private func settings(_ chance: inout SplitMix64) -> RoundSettings {
    let rules = PairingRules(
      avoidsSame: Bool.random(using: &chance) ? .company : nil,
      isHard: Int.random(in: 0..<4, using: &chance) == 0)
    return RoundSettings(
      people: Int.random(in: 2...6, using: &chance), length: 30_000,
      rounds: Int.random(in: 1...3, using: &chance), pairing: rules)
  }

  private func agenda(_ chance: inout SplitMix64) -> Agenda {
    Agenda(
      steps: (0..<Int.random(in: 1...5, using: &chance)).map { _ in
        switch Int.random(in: 0..<5, using: &chance) {
        case 0: AgendaStep(kind: .break, content: .lobby(length: nil))
        case 1, 2: AgendaStep(kind: .welcome, content: .lobby(length: 20_000))
        default: AgendaStep(kind: .rounds, content: .rounds(settings(&chance)))
        }
      })
  }
}

func p(_ number: Int) -> PersonID { PersonID(rawValue: number) }
