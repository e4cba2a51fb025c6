/// All parts of a venue as one seating, to be put right where the parts, planned apart, could not know better.
struct WholeVenue {
  private let request: SeatingRequest
  private let venue: Venue
  private let problem: Problem
  private let isInVenue: [Bool]
  private var groups: [[Int]]
  private var tables: [Int?]
  private var sittingOut: [Int]
  private var report: SeatingReport

  /// - Parameter seating: every group's table, where it has one.
  init(_ seating: Seating, for request: SeatingRequest, at venue: Venue) {
    var whole = request.withoutContradictions().request
    whole.venue = nil
    // Who comes from where is the plan's concern, and the parts have seen to it.
    if whole.rules.mix?.attribute == "site" { whole.rules.mix = nil }
    problem = Problem(whole)
    let number = Dictionary(uniqueKeysWithValues: zip(problem.people, 0...))
    var isInVenue = [Bool](repeating: false, count: problem.count)
    for guest in request.people { isInVenue[number[guest.id]!] = guest.traits.site == Venue.site }
    self.isInVenue = isInVenue
    self.request = request
    self.venue = venue
    groups = seating.groups.map { $0.map { number[$0]! } }
    tables = seating.tables ?? seating.groups.map { _ in nil }
    sittingOut = seating.sittingOut.map { number[$0]! }
    report = seating.report
  }

  /// Where hard rules or company kept the mix from being held, whoever has no seat gets up.
  mutating func fit() {
    for group in groups.indices {
      while let person = groups[group].last(where: { isOver(group, isInVenue[$0]) }) {
        groups[group].removeAll { $0 == person }
        sittingOut.append(person)
      }
      if groups[group].count == 1 { sittingOut.append(groups[group].removeLast()) }
      // Without anybody around it a screen shows an empty table.
      if !groups[group].contains(where: { isInVenue[$0] }) { tables[group] = nil }
    }
    tables = groups.indices.filter { !groups[$0].isEmpty }.map { tables[$0] }
    groups.removeAll(where: \.isEmpty)
  }

  /// Whoever sits out joins a group that has room for them, in whatever part; a table's seats come before the maximum.
  mutating func seatTheRest() {
    seatTheRest(upTo: request.settings.maximum)
    seatTheRest(upTo: max(request.settings.maximum, venue.tables.indices.map(venue.seats).max() ?? 0))
  }

  private mutating func seatTheRest(upTo maximum: Int) {
    for person in sittingOut.sorted(by: { (problem.bench[$1], $0) < (problem.bench[$0], $1) }) {
      let open = groups.indices.filter { hasRoom($0, for: person, upTo: maximum) }.map { group in
        (group, groups[group].reduce(Cost.zero) { $0 + problem.costs.cost(person, $1) })
      }
      guard let (group, _) = open.min(by: { $0.1 < $1.1 }) else { continue }
      groups[group].append(person)
      sittingOut.removeAll { $0 == person }
    }
  }

  /// Spares repeats by exchanges between all groups.
  ///
  /// - Parameter bridges: the tables that may mix both sides.
  mutating func exchange(_ bridges: Set<Int>, using generator: inout SplitMix64) {
    let layout = layout
    let arrangement = Arrangement(groups: groups, bench: sittingOut)
    guard arrangement.cost(in: problem, layout: layout).amount(.repeats) > 0 else { return }
    let crossing = Crossing(
      isInVenue: isInVenue, met: problem.people.map { venue.met[$0, default: 0] },
      isBridge: tables.map { $0.map(bridges.contains) ?? false } + [false])
    let units = max(Limits.leastUnits, request.effort.units - report.work)
    let better: Arrangement
    let used: Int
    if problem.costs.isDense {
      (better, _, used) = TabuSearch.improve(
        arrangement, in: problem, layout: layout, crossing: crossing, units: units, using: &generator)
    } else {
      (better, used) = ExchangeSearch.improve(
        arrangement, in: problem, layout: layout, crossing: crossing, units: units, using: &generator)
    }
    (groups, sittingOut) = (better.groups, better.bench)
    report.method = .search
    report.work += used
  }

  func seating() -> Seating {
    let arrangement = Arrangement(groups: groups, bench: sittingOut)
    let layout = layout
    let candidate = Planner.Candidate(
      arrangement: arrangement, layout: layout, cost: arrangement.cost(in: problem, layout: layout),
      method: report.method)
    var report = SeatingReport(of: candidate, in: problem)
    report.work = self.report.work
    report.mixMissed += self.report.mixMissed
    return Seating(
      groups: groups.map { $0.sorted().map { problem.people[$0] } }, tables: tables,
      sittingOut: sittingOut.sorted().map { problem.people[$0] }, template: request.template, report: report)
  }

  private var layout: Layout {
    let sizes = groups.map(\.count)
    return Layout(sizes: sizes, tables: nil, usual: Layout.usual(of: sizes))
  }

  /// The most people of a side that a group holds, whatever its size.
  private func most(_ group: Int, ofVenue: Bool) -> Int {
    guard let table = tables[group] else { return ofVenue ? 0 : .max }
    return ofVenue ? venue.seats(table) : venue.tables[table].hasScreen ? venue.onScreen.upperBound : 0
  }

  private func count(_ group: Int, ofVenue: Bool) -> Int {
    groups[group].count { isInVenue[$0] == ofVenue }
  }

  private func isOver(_ group: Int, _ ofVenue: Bool) -> Bool {
    count(group, ofVenue: ofVenue) > most(group, ofVenue: ofVenue)
  }

  private func hasRoom(_ group: Int, for person: Int, upTo maximum: Int) -> Bool {
    let ofVenue = isInVenue[person]
    return groups[group].count < (ofVenue ? maximum : request.settings.maximum)
      && count(group, ofVenue: ofVenue) < most(group, ofVenue: ofVenue)
      && !groups[group].contains { problem.costs.isApart(person, $0) }
  }
}
