/// Chooses between the planners and keeps the best answer.
struct Planner {
  private let request: SeatingRequest
  private let problem: Problem
  private var generator: SplitMix64
  private var work = 0

  init(_ request: SeatingRequest) {
    self.request = request
    problem = Problem(request)
    generator = SplitMix64(seed: request.seed &+ UInt64(truncatingIfNeeded: request.round) &* 0x9E37_79B9)
  }

  mutating func seat() -> Seating {
    var best: Candidate?
    let capacity = Layout.capacity(request.settings) ?? problem.count
    var benched = max(0, problem.count - capacity)
    while benched <= problem.count {
      let layouts = Layout.candidates(
        count: problem.count - benched, settings: request.settings, most: Limits.layouts,
        shortfall: mixShortfall)
      for layout in layouts {
        let candidate = arrange(layout, benched: benched)
        if candidate.cost.amount(.apart) == 0 { return seating(candidate) }
        if best == nil || candidate.cost < best!.cost { best = candidate }
      }
      benched += 1
    }
    return seating(best!)
  }

  struct Candidate {
    var arrangement: Arrangement
    var layout: Layout
    var cost: Cost
    var method: SeatingReport.Method
  }

  private mutating func arrange(_ layout: Layout, benched: Int) -> Candidate {
    let bench = Bench.choose(benched, in: problem, using: &generator)
    let seed = GreedySeed.fill(problem, layout: layout, bench: bench, using: &generator)
    let units = max(0, request.effort.units - work)
    if problem.costs.isDense {
      let (arrangement, cost, used) = TabuSearch.improve(
        seed, in: problem, layout: layout, units: units, using: &generator)
      work += used
      return Candidate(
        arrangement: arrangement, layout: layout, cost: cost, method: used == 0 ? .greedy : .search)
    }
    let (arrangement, used) = ExchangeSearch.improve(
      seed, in: problem, layout: layout, units: units, using: &generator)
    work += used
    return Candidate(
      arrangement: arrangement, layout: layout, cost: arrangement.cost(in: problem, layout: layout),
      method: used == 0 ? .greedy : .search)
  }

  /// How many people the mix lacks at the least with that many groups.
  private func mixShortfall(groups: Int) -> Int {
    let attributes = problem.attributes
    guard attributes.hasMix else { return 0 }
    return attributes.bounds.indices.reduce(0) { missed, value in
      let there = attributes.mixed.count { $0 == value }
      let bounds = attributes.bounds[value]
      return missed + max(0, groups * bounds.lowerBound - there, there - groups * bounds.upperBound)
    }
  }

  private func seating(_ candidate: Candidate) -> Seating {
    let arrangement = candidate.arrangement
    var report = SeatingReport(method: candidate.method)
    report.work = work
    report.mixMissed = candidate.cost.amount(.mix)
    report.repeats = candidate.cost.amount(.repeats)
    report.same = candidate.cost.amount(.same)
    report.sharedTopics = -candidate.cost.amount(.topics)
    var groupOf = [Int](repeating: -1, count: problem.count)
    for (group, people) in arrangement.groups.enumerated() {
      for person in people { groupOf[person] = group }
    }
    func sit(_ pair: (Int, Int)) -> Bool { groupOf[pair.0] >= 0 && groupOf[pair.0] == groupOf[pair.1] }
    func pair(_ numbers: (Int, Int)) -> Pair { Pair(problem.people[numbers.0], problem.people[numbers.1]) }
    report.parted = problem.together.filter { !sit($0) }.map(pair)
    report.granted = problem.wishes.filter { sit($0) }.map(pair)
    return Seating(
      groups: arrangement.groups.map { $0.sorted().map { problem.people[$0] } },
      tables: candidate.layout.tables,
      sittingOut: arrangement.bench.sorted().map { problem.people[$0] }, template: nil, report: report)
  }
}
