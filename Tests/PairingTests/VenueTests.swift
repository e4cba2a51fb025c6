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

  @Test(
    "Over an evening everybody meets the other side about as often, and next to nobody twice",
    arguments: UInt64(1)...3)
  func fair(seed: UInt64) throws {
    let people = guests(venue: 60, online: 40)
    var venue = tables([6, 6, 6, 6, 6] + Array(repeating: 8, count: 7), screens: 5)
    var history = History()
    let plan = VenuePlan.best(venue: 60, online: 40, at: venue, settings: GroupSettings(size: 4))
    #expect(plan.bridges.count == 5)
    var across: [PersonID: Int] = [:]
    var repeats: [Int] = []
    for round in 1...8 {
      venue.met = across
      let seating = try seat(
        SeatingRequest(
          round: round, people: people, settings: GroupSettings(size: 4), venue: venue, history: history,
          seed: seed, effort: .quick))
      #expect(seating.sittingOut.isEmpty)
      repeats.append(seating.report.repeats)
      history.record(round: round, groups: seating.groups)
      for person in people {
        across[person.id] = history.partners(of: person.id).count {
          ($0.rawValue <= 60) != (person.id.rawValue <= 60)
        }
      }
    }
    #expect(repeats.prefix(5).allSatisfy { $0 == 0 }, "\(repeats)")
    // In every third round the bridges are for the last twenty of sixty: whom they met before can't be chosen.
    #expect(repeats.reduce(0, +) <= 2, "\(repeats)")
    // Five screens with two or three of each side make about ten seats a round for 40 at home, and as many for 60.
    for side in [1...60, 61...100] {
      let met = side.map { across[PersonID(rawValue: $0)] ?? 0 }
      #expect(met.max()! - met.min()! <= 2, "\(met.min()!) to \(met.max()!)")
      #expect(met.min()! >= 1)
    }
  }

  @Test("What is kept apart stays apart in a venue, and what it splits is said")
  func rules() throws {
    for seed in UInt64(1)...80 {
      var draw = Draw(seed)
      let (inVenue, online) = (2 + draw.below(25), 2 + draw.below(15))
      let seats = (0...draw.below(8)).map { _ in 2 + draw.below(7) }
      var people = guests(venue: inVenue, online: online)
      for number in people.indices { people[number].traits.organization = "c\(draw.below(8))" }
      func pairs(_ count: Int) -> Set<Pair> {
        let ends = (0..<count).map { _ in (draw.below(people.count), draw.below(people.count)) }
        return Set(ends.filter { $0 != $1 }.map { Pair(people[$0].id, people[$1].id) })
      }
      var venue = tables(seats, screens: draw.below(seats.count + 1))
      venue.onScreen = 1...(2 + draw.below(4))
      var request = SeatingRequest(
        round: 1, people: people, settings: GroupSettings(size: 2 + draw.below(4)), venue: venue, seed: seed,
        effort: Effort(units: 5_000))
      request.rules = Rules(
        keepApart: pairs(draw.below(8)), keepTogether: pairs(draw.below(5)),
        avoidSame: draw.oneIn(2) ? AvoidSame(attribute: "org", isHard: true) : nil)
      request = request.withoutContradictions().request
      let seating = try seat(request)
      let checker = Checker(request: request)
      let sitting = Set(seating.groups.flatMap { checker.pairs(of: $0) })
      #expect(!sitting.contains { checker.isApart($0) }, "seed \(seed)")
      let parted = request.rules.keepTogether.subtracting(sitting).filter { !checker.isApart($0) }
      #expect(Set(seating.report.parted) == parted, "seed \(seed)")
      for (group, table) in zip(seating.groups, seating.tables ?? []) where table != nil {
        let around = group.count { $0.rawValue <= inVenue }
        #expect(around > 0, "seed \(seed): nobody is at the table of \(group)")
        #expect(group.count - around <= venue.onScreen.upperBound, "seed \(seed)")
      }
    }
  }

  @Test("Whoever is kept apart from all at home sits at another table")
  func elsewhere() throws {
    let people = guests(venue: 8, online: 2)
    let apart = [9, 10].map { Pair(PersonID(rawValue: 1), PersonID(rawValue: $0)) }
    for seed in UInt64(1)...20 {
      let seating = try seat(
        SeatingRequest(
          round: 1, people: people, settings: GroupSettings(size: 4), venue: tables([4, 8], screens: 1),
          rules: Rules(keepApart: Set(apart)), seed: seed, effort: .quick))
      #expect(seating.sittingOut.isEmpty, "seed \(seed)")
    }
  }

  @Test("Two at home who are kept together share a room where no screen has place for both")
  func together() throws {
    let couple = Pair(PersonID(rawValue: 7), PersonID(rawValue: 8))
    var venue = tables([2, 2, 2, 2, 2, 2], screens: 3)
    venue.onScreen = 1...1
    for seed in UInt64(1)...20 {
      let seating = try seat(
        SeatingRequest(
          round: 1, people: guests(venue: 6, online: 8), settings: GroupSettings(size: 2),
          venue: venue, rules: Rules(keepTogether: [couple]), seed: seed, effort: .quick))
      #expect(seating.groups.contains { $0.contains(couple.low) && $0.contains(couple.high) }, "seed \(seed)")
    }
  }

  @Test("Where tables are far fewer than groups of the wanted size, they are all used")
  func crowded() {
    let settings = GroupSettings(size: 4, maximum: 40, tables: Array(repeating: 8, count: 300))
    let layouts = Layout.candidates(count: 2_000, settings: settings, most: 1)
    #expect(layouts.map(\.seated) == [2_000])
    #expect(layouts.map(\.sizes.count) == [300])
  }
}
