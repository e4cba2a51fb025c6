/// Improves a large seating where it is bad: exchanges with sampled partners, downhill only.
struct ExchangeSearch {
  private let problem: Problem
  private let layout: Layout
  private var groups: [[Int]]
  private var groupOf: [Int]
  private var work = 0
  /// What bars exchanges for good; nil if nothing does.
  private let crossing: Crossing?
  /// Partners weighed for one person in one visit.
  private let tries = 32
  /// Visits without a gain after which the rest counts as unavoidable.
  private let idleVisits = 8

  static func improve(
    _ arrangement: Arrangement, in problem: Problem, layout: Layout, crossing: Crossing? = nil, units: Int,
    using generator: inout SplitMix64
  ) -> (Arrangement, work: Int) {
    var search = ExchangeSearch(arrangement, problem, layout, crossing)
    // First what is bad, then what could be better; topics have something to gain everywhere.
    search.run(units: units, using: &generator) { $0.through(.same) > 0 }
    if problem.attributes.hasTopics, search.work < units, (layout.sizes.max() ?? 0) > 2 {
      let most = min(units, search.work + 64 * problem.count)
      search.run(units: most, using: &generator) { _ in true }
    }
    return (Arrangement(groups: search.groups, bench: arrangement.bench), search.work)
  }

  private init(_ arrangement: Arrangement, _ problem: Problem, _ layout: Layout, _ crossing: Crossing?) {
    self.problem = problem
    self.crossing = crossing
    self.layout = layout
    groups = arrangement.groups
    groupOf = [Int](repeating: -1, count: problem.count)
    for (group, people) in groups.enumerated() {
      for person in people { groupOf[person] = group }
    }
  }

  private mutating func run(units: Int, using generator: inout SplitMix64, where isBad: (Cost) -> Bool) {
    var idle = 0
    while work < units, idle < idleVisits {
      let bad = groups.indices.filter { isBad(cost(of: groups[$0], at: $0)) }
      guard !bad.isEmpty else { return }
      var gained = false
      for group in bad {
        for person in groups[group] where work < units && groupOf[person] == group {
          if improve(person, using: &generator) { gained = true }
        }
      }
      idle = gained ? 0 : idle + 1
    }
  }

  private mutating func improve(_ person: Int, using generator: inout SplitMix64) -> Bool {
    let home = groupOf[person]
    var best: (other: Int, change: Cost)?
    for _ in 0..<tries {
      let other = generator.below(problem.count)
      let away = groupOf[other]
      guard away != home, away >= 0, crossing?.allows(person, other, from: home, to: away) ?? true else {
        continue
      }
      work += 1
      let change = change(person, other, home, away)
      if change < best?.change ?? .zero { best = (other, change) }
    }
    guard let (other, _) = best else { return false }
    exchange(person, other)
    return true
  }

  private mutating func exchange(_ one: Int, _ other: Int) {
    let (home, away) = (groupOf[one], groupOf[other])
    groups[home][groups[home].firstIndex(of: one)!] = other
    groups[away][groups[away].firstIndex(of: other)!] = one
    groupOf[one] = away
    groupOf[other] = home
  }

  private func change(_ one: Int, _ other: Int, _ home: Int, _ away: Int) -> Cost {
    let here = groups[home]
    let there = groups[away]
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
