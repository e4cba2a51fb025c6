/// Follows a design while the roster allows it: leavers leave free places, newcomers take them.
struct TemplatePlanner {
  private let problem: Problem
  private let design: Design
  private(set) var template: Template
  /// The person on each place; -1 where nobody sits this time.
  private var occupant: [Int]
  /// People who sit this time and have no place.
  private var homeless: [Int]

  /// Rounds of a design that are weighed against each other at the most.
  private static let roundsWeighed = 64

  /// Takes up the template of the last round or starts one; nil if no design suits the layout.
  init?(
    request: SeatingRequest, problem: Problem, layout: Layout, bench: [Int], using generator: inout SplitMix64
  ) {
    guard problem.count <= Limits.denseCosts, problem.together.isEmpty, let size = layout.sizes.max() else {
      return nil
    }
    if let last = request.template, let design = Design(last.design),
      design.rounds[0].count == layout.sizes.count, design.largest == size,
      last.places.count == design.places, !last.used.isEmpty, last.used.count < design.rounds.count
    {
      self.design = design
      template = last
    } else {
      guard let design = Self.suitable(request, problem, layout, size) else { return nil }
      self.design = design
      template = Template(
        design: design.name, places: [PersonID?](repeating: nil, count: design.places), used: [])
    }
    self.problem = problem
    occupant = []
    homeless = []
    settle(layout: layout, bench: Set(bench), using: &generator)
  }

  /// A design for so many groups, if it is worth following: in a crowd nobody runs out of strangers anyway.
  private static func suitable(
    _ request: SeatingRequest, _ problem: Problem, _ layout: Layout, _ size: Int
  ) -> Design? {
    let groups = layout.sizes.count
    let seated = layout.seated
    guard groups > 1 else { return nil }
    if let hint = request.roundsHint, !problem.isPlain {
      let left = max(1, hint - request.round + 1)
      if left * (size - 1) * 5 < seated * 2 { return nil }
    }
    let sides: DesignName = size == 2 ? .latin(order: groups) : .transversal(size: size, order: groups)
    if problem.attributes.hasMix { return Design(sides) }
    if size == 3, seated == groups * 2 + 1 { return Design(.oddCircle(people: seated)) }
    guard seated > groups * (size - 1), let design = Design.longest(groups: groups, size: size) else {
      return nil
    }
    if problem.attributes.hasSame, let apart = Design(sides),
      apart.rounds.count >= request.roundsHint ?? design.rounds.count
    {
      return apart
    }
    return design.rounds.count >= 3 ? design : nil
  }

  /// Gives everybody who sits a place: their own, then one that nobody has, then one of somebody who left.
  private mutating func settle(layout: Layout, bench: Set<Int>, using generator: inout SplitMix64) {
    var numberOf: [PersonID: Int] = [:]
    for number in 0..<problem.count where !bench.contains(number) {
      numberOf[problem.people[number]] = number
    }
    occupant = template.places.map { person in person.flatMap { numberOf[$0] } ?? -1 }
    var hasPlace = [Bool](repeating: false, count: problem.count)
    for person in occupant where person >= 0 { hasPlace[person] = true }
    homeless = (0..<problem.count).filter { !hasPlace[$0] && !bench.contains($0) }
    generator.shuffle(&homeless)
    // Sides of a design never meet: those who should sit apart, or count alike for the mix, share one.
    if design.hasSides { homeless = problem.attributes.bySides(homeless) }
    let free =
      template.used.isEmpty
      ? holesLast(count: homeless.count)
      : occupant.indices.filter { occupant[$0] < 0 }.sorted {
        (template.places[$0] == nil ? 0 : 1, $0) < (template.places[$1] == nil ? 0 : 1, $1)
      }
    let taken = min(free.count, homeless.count)
    for (place, person) in zip(free, homeless) {
      occupant[place] = person
      template.places[place] = problem.people[person]
    }
    homeless.removeFirst(taken)
  }

  /// The places to fill at the start, such that those left free meet each other as seldom as possible.
  private func holesLast(count: Int) -> [Int] {
    let holes = max(0, design.places - count)
    if design.hasSides || holes == 0 { return Array(0..<design.places).prefix(count).map { $0 } }
    var groupOf = design.rounds.map { round in
      var groups = [Int](repeating: 0, count: design.places)
      for (number, group) in round.enumerated() {
        for place in group { groups[place] = number }
      }
      return groups
    }
    if groupOf.count > 64 { groupOf = Array(groupOf.prefix(64)) }
    var empty: [Int] = []
    for _ in 0..<holes {
      let next = (0..<design.places).filter { !empty.contains($0) }.min { one, other in
        func meets(_ place: Int) -> Int {
          groupOf.reduce(0) { sum, groups in sum + (empty.contains { groups[$0] == groups[place] } ? 1 : 0) }
        }
        return (meets(one), one) < (meets(other), other)
      }
      empty.append(next!)
    }
    return (0..<design.places).filter { !empty.contains($0) }
  }

  /// The round of the design that suits best, with what it costs; nil if all have been used.
  ///
  /// Where people lack or have no place, the groups are filled up to the layout, cheaply and not for the best.
  func propose(layout: Layout, settings: GroupSettings, bench: [Int]) -> Proposal? {
    let unused = design.rounds.indices.filter { !template.used.contains($0) }.prefix(Self.roundsWeighed)
    var best: Proposal?
    for round in unused {
      let groups = design.rounds[round].map { group in
        group.compactMap { occupant[$0] >= 0 ? occupant[$0] : nil }
      }
      let isWhole =
        homeless.isEmpty && layout.tables == nil
        && groups.allSatisfy { max(2, settings.minimum) <= $0.count && $0.count <= settings.maximum }
      let arrangement = Arrangement(
        groups: isWhole ? groups : filled(groups, layout: layout), bench: bench)
      var used = layout
      if isWhole { used.sizes = groups.map(\.count) }
      let proposal = Proposal(
        round: round, arrangement: arrangement, layout: used,
        cost: arrangement.cost(in: problem, layout: used))
      if best == nil || proposal.cost < best!.cost { best = proposal }
      if problem.isPlain, proposal.cost <= .zero { break }
    }
    return best
  }

  struct Proposal {
    let round: Int
    let arrangement: Arrangement
    let layout: Layout
    let cost: Cost
  }

  /// The template after that round of the design was followed.
  func following(_ round: Int) -> Template {
    var next = template
    next.used.append(round)
    next.used.sort()
    return next
  }

  /// The same people with their places such that the design's next round is that arrangement, if it has the same sizes.
  func relabelled(as arrangement: Arrangement) -> Template? {
    guard template.used.isEmpty, homeless.isEmpty, !design.hasSides else { return nil }
    let first = design.rounds[0].map { group in group.filter { occupant[$0] >= 0 } }.sorted {
      $0.count > $1.count
    }
    let groups = arrangement.groups.sorted { $0.count > $1.count }
    guard first.map(\.count) == groups.map(\.count) else { return nil }
    var next = template
    for (places, people) in zip(first, groups) {
      for (place, person) in zip(places, people) { next.places[place] = problem.people[person] }
    }
    next.used = [0]
    return next
  }

  private func filled(_ groups: [[Int]], layout: Layout) -> [[Int]] {
    var waiting = homeless
    let order = groups.sorted { $0.count > $1.count }
    let slots = layout.sizes.indices.sorted { (layout.sizes[$1], $0) < (layout.sizes[$0], $1) }
    var result = [[Int]](repeating: [], count: layout.sizes.count)
    for (group, slot) in zip(order, slots) {
      result[slot] = Array(group.prefix(layout.sizes[slot]))
      waiting += group.dropFirst(layout.sizes[slot])
    }
    for person in waiting {
      let open = result.indices.filter { result[$0].count < layout.sizes[$0] }
      func cost(_ group: Int) -> Cost { result[group].reduce(.zero) { $0 + problem.costs.cost(person, $1) } }
      let group = open.min { (cost($0), result[$0].count) < (cost($1), result[$1].count) }!
      result[group].append(person)
    }
    return result
  }
}
