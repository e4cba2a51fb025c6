/// Improves a large seating where it is bad: exchanges with sampled partners, downhill only.
struct ExchangeSearch {
  private let problem: Problem
  private let layout: Layout
  private var arrangement: Arrangement
  private var groupOf: [Int]
  private(set) var work = 0
  /// Partners weighed for one person in one visit.
  private let tries = 32

  static func improve(
    _ arrangement: Arrangement, in problem: Problem, layout: Layout, units: Int,
    using generator: inout SplitMix64
  ) -> (Arrangement, work: Int) {
    var search = ExchangeSearch(arrangement, problem, layout)
    search.run(units: units, using: &generator)
    return (search.arrangement, search.work)
  }

  private init(_ arrangement: Arrangement, _ problem: Problem, _ layout: Layout) {
    self.problem = problem
    self.layout = layout
    self.arrangement = arrangement
    groupOf = [Int](repeating: -1, count: problem.count)
    for (group, people) in arrangement.groups.enumerated() {
      for person in people { groupOf[person] = group }
    }
  }

  private mutating func run(units: Int, using generator: inout SplitMix64) {
    var idle = 0
    while work < units, idle < 8 {
      let bad = arrangement.groups.indices.filter {
        cost(of: arrangement.groups[$0], at: $0) > .zero - Cost(.wishes, 1)
      }
      guard !bad.isEmpty else { return }
      var gained = false
      for group in bad {
        for person in arrangement.groups[group] where work < units && groupOf[person] == group {
          if improve(person, using: &generator) { gained = true }
        }
      }
      idle = gained ? 0 : idle + 1
    }
  }

  private mutating func improve(_ person: Int, using generator: inout SplitMix64) -> Bool {
    let home = groupOf[person]
    var best: (Int, Cost)?
    for _ in 0..<tries {
      let other = generator.below(problem.count)
      let away = groupOf[other]
      guard away != home, away >= 0 || !arrangement.bench.isEmpty else { continue }
      guard away >= 0 else { continue }
      work += 1
      let change = change(person, other, home, away)
      if change < best?.1 ?? .zero { best = (other, change) }
    }
    guard let (other, _) = best else { return false }
    let away = groupOf[other]
    arrangement.groups[home][arrangement.groups[home].firstIndex(of: person)!] = other
    arrangement.groups[away][arrangement.groups[away].firstIndex(of: other)!] = person
    groupOf[person] = away
    groupOf[other] = home
    return true
  }

  private func change(_ one: Int, _ other: Int, _ home: Int, _ away: Int) -> Cost {
    let here = arrangement.groups[home]
    let there = arrangement.groups[away]
    var change = Cost.zero
    for member in here where member != one {
      change += problem.costs.cost(other, member) - problem.costs.cost(one, member)
    }
    for member in there where member != other {
      change += problem.costs.cost(one, member) - problem.costs.cost(other, member)
    }
    if layout.sizes[home] != layout.usual { change += problem.odd[other] - problem.odd[one] }
    if layout.sizes[away] != layout.usual { change += problem.odd[one] - problem.odd[other] }
    if problem.attributes.hasMix {
      let before = mix(here, without: nil, with: nil) + mix(there, without: nil, with: nil)
      let after = mix(here, without: one, with: other) + mix(there, without: other, with: one)
      change += Cost(.mix, after - before)
    }
    return change
  }

  private func mix(_ group: [Int], without: Int?, with: Int?) -> Int {
    let attributes = problem.attributes
    return attributes.bounds.indices.reduce(0) { missed, value in
      var count = group.count { attributes.mixed[$0] == value && $0 != without }
      if let with, attributes.mixed[with] == value { count += 1 }
      return missed + attributes.bounds[value].missed(by: count)
    }
  }

  private func cost(of group: [Int], at index: Int) -> Cost {
    var cost = problem.attributes.hasMix ? Cost(.mix, mix(group, without: nil, with: nil)) : .zero
    for (place, one) in group.enumerated() {
      if layout.sizes[index] != layout.usual { cost += problem.odd[one] }
      for other in group[(place + 1)...] { cost += problem.costs.cost(one, other) }
    }
    return cost
  }
}
