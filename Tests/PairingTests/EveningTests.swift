import Pairing
import Testing

@Suite("Random live evenings")
struct EveningTests {
  /// Ten thousand in all, in parts that run beside each other.
  static let parts = stride(from: UInt64(1), through: 10_000, by: 2_500).map { $0...($0 + 2_499) }

  @Test(
    "Nobody is absent, alone, twice, over the seats, with whom they shouldn't be, or out without need",
    arguments: parts)
  func hardRules(seeds: ClosedRange<UInt64>) throws {
    for seed in seeds {
      var evening = RandomEvening(seed: seed, most: 9, units: 3_000)
      try evening.run { request, seating in
        let faults = Checker(request: request).faults(of: seating)
        #expect(faults.isEmpty, "evening \(seed), round \(request.round): \(faults)")
      }
    }
  }

  @Test("Crowds keep the hard rules too")
  func crowds() throws {
    for seed in 1...UInt64(12) {
      var evening = RandomEvening(seed: seed, most: 500, units: 20_000)
      try evening.run { request, seating in
        let checker = Checker(request: request)
        let seated = seating.groups.flatMap { $0 } + seating.sittingOut
        #expect(seated.sorted() == request.people.map(\.id).sorted(), "evening \(seed)")
        for group in seating.groups {
          #expect(group.count >= 2 && group.count <= request.settings.maximum, "evening \(seed)")
          #expect(
            !checker.pairs(of: group).contains { request.rules.keepApart.contains($0) }, "evening \(seed)")
        }
      }
    }
  }

  @Test(
    "For an even number of people in pairs no round of the first half repeats (Dirac)",
    arguments: [6, 10, 14, 20])
  func dirac(people: Int) throws {
    for hint in [nil, people / 2, 3] {
      for seed in 1...UInt64(3) {
        var history = History()
        var template: Template?
        for round in 1...(people / 2) {
          let seating = try seat(
            SeatingRequest(
              round: round, people: guests(people), settings: GroupSettings(size: 2), history: history,
              seed: seed,
              roundsHint: hint, effort: Effort(units: 50_000), template: template))
          #expect(seating.report.repeats == 0, "seed \(seed), round \(round)")
          history.record(round: round, groups: seating.groups)
          // Every other evening forgets its template: exact matching alone must do it too.
          template = seed % 2 == 0 ? nil : seating.template
        }
      }
    }
  }

  @Test("Whoever sat out sits the next time, and nobody sits out twice before all did once")
  func sitOuts() throws {
    var history = History()
    var last: [PersonID] = []
    for round in 1...7 {
      let seating = try seat(
        SeatingRequest(
          round: round, people: guests(7), settings: GroupSettings(size: 2, maximum: 2), history: history,
          effort: Effort(units: 20_000)))
      #expect(seating.sittingOut.count == 1 && seating.sittingOut != last)
      last = seating.sittingOut
      history.record(round: round, groups: seating.groups, sittingOut: seating.sittingOut)
    }
    #expect(guests(7).allSatisfy { history.roundsSatOut(by: $0.id).count == 1 })
  }
}

func guests(_ count: Int) -> [Guest] {
  (1...count).map { Guest(id: PersonID(rawValue: $0)) }
}
