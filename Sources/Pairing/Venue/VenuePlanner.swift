/// Seats a round of people in a venue and at home: tables with screens, other tables, and rooms at home, each by the
/// planner that seats every round, with the same history.
enum VenuePlanner {
  static func seat(_ request: SeatingRequest, at venue: Venue) -> Seating {
    var generator = SplitMix64(seed: request.seed &+ UInt64(truncatingIfNeeded: request.round) &* 0x51_7CC1)
    let inVenue = request.people.count { $0.traits.site == Venue.site }
    let plan = VenuePlan.best(
      venue: inVenue, online: request.people.count - inVenue, at: venue, settings: request.settings)
    let sides = Sides(request, venue, plan, using: &generator)
    let used = Set(plan.bridges.map(\.table))
    let others = venue.tables.indices.filter { !used.contains($0) }

    var seating = Seating(groups: [], tables: [], report: SeatingReport(method: .greedy))
    seating.template = request.template
    var bridges = seat(bridging(sides.bridged, request, plan))
    let chosen = tables(for: bridges.groups, of: request, plan)
    bridges.fit(chosen.map(venue.seats), of: request)
    seating.add(bridges, at: chosen)
    if others.contains(where: { venue.seats($0) >= 2 }) {
      let tables = seat(around(others.map(venue.seats), sides.atTables, request))
      seating.add(tables, at: (tables.tables ?? []).map { $0.map { others[$0] } })
    } else {
      seating.sittingOut += sides.atTables.map(\.id)
    }
    let rooms = seat(share(of: request, sides.inRooms))
    seating.add(rooms, at: rooms.groups.map { _ in nil })
    seating.sittingOut.sort()
    return seating
  }

  private static func bridging(_ people: [Guest], _ request: SeatingRequest, _ plan: VenuePlan)
    -> SeatingRequest
  {
    let sizes = plan.bridges.map { $0.venue + $0.online }
    let venue = plan.bridges.map(\.venue)
    let online = plan.bridges.map(\.online)
    var part = share(of: request, people)
    guard let least = sizes.min(), let most = sizes.max() else { return part }
    part.settings = GroupSettings(size: most, minimum: least, maximum: most, tables: sizes)
    part.rules.mix = Mix(
      attribute: "site",
      perGroup: [
        Venue.site: (venue.min() ?? 0)...(venue.max() ?? 0), home: (online.min() ?? 0)...(online.max() ?? 0),
      ])
    // The mix asks for one word for everybody who is not in the venue.
    part.people = people.map { guest in
      var guest = guest
      if guest.traits.site != Venue.site { guest.traits.site = home }
      return guest
    }
    return part
  }

  private static let home = "online"

  private static func around(_ seats: [Int], _ people: [Guest], _ request: SeatingRequest) -> SeatingRequest {
    var part = share(of: request, people)
    // Where seats are few, tables fill up before somebody has none.
    var maximum = request.settings.maximum
    let most = seats.max() ?? maximum
    while maximum < most, seats.reduce(0, { $0 + min($1, maximum) }) < people.count { maximum += 1 }
    part.settings = GroupSettings(
      size: request.settings.size, minimum: request.settings.minimum, maximum: maximum, tables: seats)
    return part
  }

  private static func seat(_ part: SeatingRequest) -> Seating {
    var planner = Planner(part.withoutContradictions().request)
    return planner.seat()
  }

  /// The same question about some of the people.
  private static func share(of request: SeatingRequest, _ people: [Guest]) -> SeatingRequest {
    var part = request
    part.venue = nil
    part.people = people.sorted { $0.id < $1.id }
    part.template = nil
    if part.rules.mix?.attribute == "site" { part.rules.mix = nil }
    let here = Set(people.map(\.id))
    part.wishes = request.wishes.filter { here.contains($0.low) && here.contains($0.high) }
    part.effort.units = max(1, request.effort.units * people.count / max(1, request.people.count))
    return part
  }

  /// Groups with the most people from the venue get the tables with the most seats.
  private static func tables(for groups: [[PersonID]], of request: SeatingRequest, _ plan: VenuePlan) -> [Int]
  {
    let inVenue = Set(request.people.lazy.filter { $0.traits.site == Venue.site }.map(\.id))
    let bySize = groups.indices.sorted { one, other in
      let sizes = [one, other].map { groups[$0].count(where: inVenue.contains) }
      return (sizes[1], one) < (sizes[0], other)
    }
    var tables = [Int](repeating: 0, count: groups.count)
    for (place, group) in bySize.enumerated() { tables[group] = plan.bridges[place].table }
    return tables
  }
}

extension Seating {
  /// Where the mix could not be held to the seat, whoever has none goes to a table that has one.
  fileprivate mutating func fit(_ seats: [Int], of request: SeatingRequest) {
    let inVenue = Set(request.people.lazy.filter { $0.traits.site == Venue.site }.map(\.id))
    for crowded in groups.indices {
      while groups[crowded].count(where: inVenue.contains) > seats[crowded],
        let person = groups[crowded].last(where: inVenue.contains)
      {
        groups[crowded].removeAll { $0 == person }
        let free = groups.indices.filter { group in
          groups[group].count(where: inVenue.contains) < seats[group]
            && !groups[group].contains { request.rules.keepApart.contains(Pair($0, person)) }
        }
        if let group = free.min(by: { groups[$0].count < groups[$1].count }) {
          groups[group] = (groups[group] + [person]).sorted()
        } else {
          sittingOut.append(person)
        }
      }
    }
  }

  fileprivate mutating func add(_ part: Seating, at tables: [Int?]) {
    groups += part.groups
    self.tables? += tables
    sittingOut += part.sittingOut
    report.add(part.report)
  }
}

extension SeatingReport {
  /// Takes in what another part of the same round reached.
  fileprivate mutating func add(_ part: SeatingReport) {
    if part.work > work { method = part.method }
    mixMissed += part.mixMissed
    repeats += part.repeats
    repeatsAtLeast += part.repeatsAtLeast
    granted += part.granted
    same += part.same
    sharedTopics += part.sharedTopics
    work += part.work
  }
}
