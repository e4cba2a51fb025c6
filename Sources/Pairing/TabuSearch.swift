/// Improves a seating by exchanging two people at a time, going uphill where it must and never straight back.
///
/// For small rosters. For each person and group it keeps what the person costs there, so that an exchange is weighed
/// with five look-ups. Which of two exchanges is better is decided goal by goal; there are no weights.
struct TabuSearch {
  private let problem: Problem
  private let layout: Layout
  private let count: Int
  /// Groups, with the people who sit out as the last one.
  private let width: Int
  private var groupOf: [Int]
  private var members: [[Int]]
  /// `sums[person * width + group]`: what the person costs with the group's members as they are.
  private var sums: [Cost]
  /// Exchanges of two people that are barred until that step.
  private var barred: [Int32]
  private var mixCounts: [[Int]]
  /// What bars exchanges for good; nil if nothing does.
  private let crossing: Crossing?
  private(set) var work = 0
  /// What a step costs in units even where there is next to nothing to weigh.
  private static let leastStep = 200

  /// - Parameter units: the most exchanges weighed.
  static func improve(
    _ arrangement: Arrangement, in problem: Problem, layout: Layout, crossing: Crossing? = nil, units: Int,
    using generator: inout SplitMix64
  ) -> (Arrangement, Cost, work: Int) {
    var search = TabuSearch(arrangement, problem, layout, crossing)
    let (best, cost) = search.run(
      from: arrangement.cost(in: problem, layout: layout), units: units, using: &generator)
    return (best, cost, search.work)
  }

  private init(_ arrangement: Arrangement, _ problem: Problem, _ layout: Layout, _ crossing: Crossing?) {
    self.problem = problem
    self.crossing = crossing
    self.layout = layout
    count = problem.count
    members = arrangement.groups + [arrangement.bench]
    width = members.count
    groupOf = [Int](repeating: width - 1, count: count)
    for (group, people) in members.enumerated() {
      for person in people { groupOf[person] = group }
    }
    sums = [Cost](repeating: .zero, count: count * width)
    barred = [Int32](repeating: 0, count: count * count)
    mixCounts = []
    for person in 0..<count {
      for group in 0..<(width - 1) {
        var sum = layout.sizes[group] == layout.usual ? .zero : problem.odd[person]
        for member in members[group] where member != person { sum += problem.costs.cost(person, member) }
        sums[person * width + group] = sum
      }
      sums[person * width + width - 1] = problem.bench[person]
    }
    if problem.attributes.hasMix {
      mixCounts = members.map { people in
        var counts = [Int](repeating: 0, count: problem.attributes.bounds.count)
        for person in people where problem.attributes.mixed[person] >= 0 {
          counts[Int(problem.attributes.mixed[person])] += 1
        }
        return counts
      }
    }
  }

  private mutating func run(
    from start: Cost, units: Int, using generator: inout SplitMix64
  ) -> (Arrangement, Cost) {
    var current = start
    var best = start
    var bestMembers = members
    var step: Int32 = 0
    var lastGain = 0
    while work < units, work - lastGain < patience(best, units: units), best > problem.floor {
      step += 1
      guard let (one, other, change) = move(current: current, best: best, step: step, using: &generator)
      else {
        continue
      }
      current += change
      exchange(one, other)
      let until = step + 4 + Int32(generator.below(8))
      barred[one * count + other] = until
      barred[other * count + one] = until
      if current < best {
        best = current
        bestMembers = members
        lastGain = work
      }
    }
    return (
      Arrangement(groups: Array(bestMembers.dropLast()), bench: bestMembers[width - 1].sorted()), best
    )
  }

  /// Repeats are worth all the time there is; what comes after them gets a fifth, and so do hard rules that can
  /// be held with other sizes or by sitting out.
  private func patience(_ best: Cost, units: Int) -> Int {
    if best.amount(.apart) > 0 { return max(units / 5, Limits.leastUnits) }
    return best.through(.repeats) > problem.floor.through(.repeats) ? units : units / 5
  }

  /// The best exchange of one of the people who have something to gain with anybody else.
  private mutating func move(
    current: Cost, best: Cost, step: Int32, using generator: inout SplitMix64
  ) -> (Int, Int, Cost)? {
    let hot = hot(using: &generator)
    var found: (Int, Int, Cost)?
    var ties = 0
    let count = count
    let width = width
    let hasMix = problem.attributes.hasMix
    let costs = problem.costs
    let crossing = crossing
    sums.withUnsafeBufferPointer { sums in
      groupOf.withUnsafeBufferPointer { groupOf in
        for one in hot {
          let home = groupOf[one]
          let stay = sums[one * width + home]
          for other in 0..<count where groupOf[other] != home {
            let away = groupOf[other]
            if let crossing, !crossing.allows(one, other, from: home, to: away) { continue }
            var change = sums[one * width + away] + sums[other * width + home]
            change -= stay + sums[other * width + away]
            if home != width - 1, away != width - 1 {
              let pair = costs.cost(one, other)
              change -= pair + pair
            } else {
              change -= costs.cost(one, other)
            }
            if hasMix { change += mixChange(one, other) }
            if let least = found?.2, least < change { continue }
            if barred[one * count + other] > step, !(current + change < best) { continue }
            if let least = found?.2, least == change {
              ties += 1
              if generator.below(ties + 1) != 0 { continue }
            } else {
              ties = 0
            }
            found = (one, other, change)
          }
        }
      }
    }
    work += max(hot.count * count, Self.leastStep)
    return found
  }

  /// People whose seat costs something, at most a handful; all people where only finer points are left.
  private func hot(using generator: inout SplitMix64) -> [Int] {
    let bad = Cost(.repeats, 1) - Cost(.oldestRepeats, 1)
    var hot: [Int] = []
    for person in 0..<count where sums[person * width + groupOf[person]] > bad { hot.append(person) }
    if problem.attributes.hasMix {
      for group in 0..<(width - 1) where mixMissed(mixCounts[group]) > 0 { hot += members[group] }
    }
    for (one, other) in problem.together + problem.wishes where groupOf[one] != groupOf[other] {
      hot += [one, other]
    }
    if hot.isEmpty || generator.below(4) == 0 { hot = Array(0..<count) }
    let most = max(2, 1_024 / count)
    guard hot.count > most else { return hot }
    for place in 0..<most { hot.swapAt(place, place + generator.below(hot.count - place)) }
    return Array(hot.prefix(most))
  }

  private func mixMissed(_ counts: [Int]) -> Int {
    zip(counts, problem.attributes.bounds).reduce(0) { $0 + $1.1.missed(by: $1.0) }
  }

  private func mixChange(_ one: Int, _ other: Int) -> Cost {
    let (value, otherValue) = (problem.attributes.mixed[one], problem.attributes.mixed[other])
    guard value != otherValue else { return .zero }
    var change = 0
    for (group, leaving, coming) in [(groupOf[one], value, otherValue), (groupOf[other], otherValue, value)] {
      guard group != width - 1 else { continue }
      if leaving >= 0 {
        let there = mixCounts[group][Int(leaving)]
        let bounds = problem.attributes.bounds[Int(leaving)]
        change += bounds.missed(by: there - 1) - bounds.missed(by: there)
      }
      if coming >= 0 {
        let there = mixCounts[group][Int(coming)]
        let bounds = problem.attributes.bounds[Int(coming)]
        change += bounds.missed(by: there + 1) - bounds.missed(by: there)
      }
    }
    return Cost(.mix, change)
  }

  private mutating func exchange(_ one: Int, _ other: Int) {
    let (home, away) = (groupOf[one], groupOf[other])
    for (group, leaving, coming) in [(home, one, other), (away, other, one)] {
      let place = members[group].firstIndex(of: leaving)!
      members[group][place] = coming
      groupOf[coming] = group
      if !mixCounts.isEmpty {
        let (gone, new) = (problem.attributes.mixed[leaving], problem.attributes.mixed[coming])
        if gone >= 0 { mixCounts[group][Int(gone)] -= 1 }
        if new >= 0 { mixCounts[group][Int(new)] += 1 }
      }
      guard group != width - 1 else { continue }
      for person in 0..<count {
        // With themselves people cost nothing.
        sums[person * width + group] +=
          problem.costs.cost(person, coming) - problem.costs.cost(person, leaving)
      }
    }
  }
}
