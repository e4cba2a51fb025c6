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
    var bridges = seat(bridging(sides.bridged, request, plan))
    let chosen = tables(for: bridges.groups, of: request, plan)
    // For whom rules leave no place at a bridge, there may be one elsewhere.
    let standing = Set(bridges.sittingOut)
    let left = sides.bridged.filter { standing.contains($0.id) }
    let atTables = sides.atTables + left.filter { $0.traits.site == Venue.site }
    let inRooms = sides.inRooms + left.filter { $0.traits.site != Venue.site }
    bridges.sittingOut = []
    seating.add(bridges, at: chosen)
    // Only the bridges mix sites; any other mix, the whole is asked about.
    seating.report.mixMissed = bridges.report.mixMissed
    if others.contains(where: { venue.seats($0) >= 2 }) {
      let tables = seat(around(others.map(venue.seats), atTables, request))
      seating.add(tables, at: (tables.tables ?? []).map { $0.map { others[$0] } })
    } else {
      seating.sittingOut += atTables.map(\.id)
    }
    let rooms = seat(share(of: request, inRooms))
    seating.add(rooms, at: rooms.groups.map { _ in nil })

    var whole = WholeVenue(seating, for: request, at: venue)
    whole.fit()
    whole.seatTheRest()
    whole.exchange(used, using: &generator)
    return whole.seating()
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
    // One half for the parts, one for exchanges between them.
    part.effort.units = max(1, request.effort.units / 2 * people.count / max(1, request.people.count))
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
  fileprivate mutating func add(_ part: Seating, at tables: [Int?]) {
    groups += part.groups
    self.tables? += tables
    sittingOut += part.sittingOut
    // What was reached, the whole is asked about in the end; which way the most work went, only the parts know.
    if part.report.work > report.work { report.method = part.report.method }
    report.work += part.report.work
  }
}
