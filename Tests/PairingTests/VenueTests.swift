import Testing

@testable import Pairing

@Suite("Seating a venue")
struct VenueTests {
  private func guests(venue: Int, online: Int) -> [Guest] {
    (1...(venue + online)).map { number in
      Guest(
        id: PersonID(rawValue: number),
        traits: Traits(organization: "c\(number / 5)", site: number <= venue ? "venue" : "online"))
    }
  }

  private func tables(_ seats: [Int], screens: Int) -> Venue {
    Venue(
      tables: seats.enumerated().map { Venue.Table(seats: $1, hasScreen: $0 < screens) }, atBridge: 1...100,
      onScreen: 1...5)
  }

  @Test("Nobody sits twice, no table is too full, guests from home sit at screens only")
  func random() throws {
    for seed in UInt64(1)...400 {
      var chance = SplitMix64(seed: seed)
      let (inVenue, online) = (chance.below(40), chance.below(30))
      guard inVenue + online > 0 else { continue }
      let seats = (0...chance.below(12)).map { _ in 2 + chance.below(7) }
      let venue = tables(seats, screens: chance.below(seats.count + 1))
      let people = guests(venue: inVenue, online: online)
      let request = SeatingRequest(
        round: 1, people: people, settings: GroupSettings(size: 2 + chance.below(4)), venue: venue,
        seed: seed,
        effort: .quick)
      let seating = try seat(request)
      let seated = seating.groups.flatMap { $0 } + seating.sittingOut
      #expect(seated.sorted() == people.map(\.id), "seed \(seed)")
      #expect(seating.tables?.count == seating.groups.count)
      let used = (seating.tables ?? []).compactMap(\.self)
      #expect(Set(used).count == used.count, "seed \(seed): a table is taken twice")
      for (group, table) in zip(seating.groups, seating.tables ?? []) {
        let around = group.count { $0.rawValue <= inVenue }
        #expect(group.count > 1, "seed \(seed): somebody is alone")
        if let table {
          #expect(around <= seats[table], "seed \(seed): table \(table) is too full")
          #expect(group.count == around || venue.tables[table].hasScreen, "seed \(seed)")
          #expect(group.count - around <= 5, "seed \(seed)")
        } else {
          #expect(around == 0, "seed \(seed): somebody in the venue has no table")
        }
      }
      let room = seats.reduce(0, +)
      // One person left over, on either side, is all that seats for everybody may leave.
      if room >= inVenue, inVenue > 2, online > 2 {
        #expect(seating.sittingOut.count <= 2, "seed \(seed): \(seating.sittingOut.count) sit out")
      }
    }
  }

  @Test("Over an evening everybody meets the other side about as often")
  func fair() throws {
    let people = guests(venue: 60, online: 40)
    var venue = tables([6, 6, 6, 6, 6] + Array(repeating: 8, count: 7), screens: 5)
    var history = History()
    let plan = VenuePlan.best(venue: 60, online: 40, at: venue, settings: GroupSettings(size: 4))
    #expect(plan.bridges.count == 5)
    var across: [PersonID: Int] = [:]
    var repeats = 0
    for round in 1...8 {
      venue.met = across
      let seating = try seat(
        SeatingRequest(
          round: round, people: people, settings: GroupSettings(size: 4), venue: venue, history: history,
          seed: 7))
      #expect(seating.sittingOut.isEmpty)
      if round <= 5 { repeats += seating.report.repeats }
      history.record(round: round, groups: seating.groups)
      for person in people {
        across[person.id] = history.partners(of: person.id).count {
          ($0.rawValue <= 60) != (person.id.rawValue <= 60)
        }
      }
    }
    #expect(repeats <= 2)
    // Five screens with two or three of each side make about ten seats a round for 40 at home, and as many for 60.
    for side in [1...60, 61...100] {
      let met = side.map { across[PersonID(rawValue: $0)] ?? 0 }
      #expect(met.max()! - met.min()! <= 4, "\(met.min()!) to \(met.max()!)")
      #expect(met.min()! >= 1)
    }
  }
}
