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

  struct Candidate {
    var arrangement: Arrangement
    var layout: Layout
    var cost: Cost
    var method: SeatingReport.Method
    var template: Template?
  }

  /// Takes the first layout in which no hard rule is broken; more people sit out only if there is none.
  mutating func seat() -> Seating {
    var best: Candidate?
    let capacity = Layout.capacity(request.settings) ?? problem.count
    for benched in max(0, problem.count - capacity)...problem.count {
      let layouts = Layout.candidates(
        count: problem.count - benched, settings: request.settings, most: Limits.layouts,
        shortfall: mixShortfall)
      for layout in layouts {
        let candidate = arrange(layout, benched: benched)
        if candidate.cost.amount(.apart) == 0 { return seating(candidate) }
        if best.map({ candidate.cost < $0.cost }) ?? true { best = candidate }
      }
    }
    preconditionFailure("with everybody sitting out no rule can be broken")
  }

  private mutating func arrange(_ layout: Layout, benched: Int) -> Candidate {
    let bench = Bench.choose(benched, in: problem, using: &generator)
    let planner = TemplatePlanner(
      request: request, problem: problem, layout: layout, bench: bench, using: &generator)
    let proposal = planner?.propose(layout: layout, settings: request.settings, bench: bench)
    let followed = proposal.map { proposal in
      Candidate(
        arrangement: proposal.arrangement, layout: proposal.layout, cost: proposal.cost, method: .template,
        template: planner?.following(proposal.round))
    }
    if let followed, problem.isPlain, followed.cost.through(.topics) <= 0 { return followed }

    var best = search(layout: layout, bench: bench, share: followed == nil ? 1 : 2)
    best.template = planner.map { $0.relabelled(as: best.arrangement) ?? $0.template } ?? request.template
    guard var followed else { return best }
    if problem.costs.isDense, followed.cost.through(.wishes) > 0 {
      let (arrangement, cost, used) = TabuSearch.improve(
        followed.arrangement, in: problem, layout: followed.layout,
        units: max(Limits.leastUnits, request.effort.units - work),
        using: &generator)
      work += used
      followed.arrangement = arrangement
      followed.cost = cost
    }
    // A design spares repeats later: it wins ties, and where repeats are sure to come finer points don't count.
    let goal: Goal = isSaturated(layout) ? .wishes : .topics
    return best.cost.through(goal) < followed.cost.through(goal) ? best : followed
  }

  /// Whether everybody will have met most of the others by the end.
  private func isSaturated(_ layout: Layout) -> Bool {
    guard let hint = request.roundsHint, let size = layout.sizes.max() else { return false }
    return max(1, hint - request.round + 1) * (size - 1) * 5 >= layout.seated * 3
  }

  private mutating func search(layout: Layout, bench: [Int], share: Int) -> Candidate {
    let seed = GreedySeed.fill(problem, layout: layout, bench: bench, using: &generator)
    let isExact = PairMatching.isPossible(layout, units: request.effort.units)
    var units = max(Limits.leastUnits, (request.effort.units - work) / share)
    // What can be matched exactly needs no long search first.
    if isExact, bench.isEmpty, layout.sizes.allSatisfy({ $0 == 2 }) { units = Limits.leastUnits }
    var best: Candidate
    if problem.costs.isDense {
      let (arrangement, cost, used) = TabuSearch.improve(
        seed, in: problem, layout: layout, units: units, using: &generator)
      work += used
      best = Candidate(
        arrangement: arrangement, layout: layout, cost: cost, method: used == 0 ? .greedy : .search)
    } else {
      var (arrangement, used) = ExchangeSearch.improve(
        seed, in: problem, layout: layout, units: units, using: &generator)
      work += used
      if problem.attributes.hasSoft, layout.usual == 2 {
        (arrangement, used) = PairPolish.improve(
          arrangement, in: problem, layout: layout, units: max(0, units - used), using: &generator)
        work += used
      }
      best = Candidate(
        arrangement: arrangement, layout: layout, cost: arrangement.cost(in: problem, layout: layout),
        method: used == 0 ? .greedy : .search)
    }
    if isExact, best.cost > problem.floor {
      let matched = PairMatching.improve(best.arrangement, in: problem)
      let cost = matched.cost(in: problem, layout: layout)
      if cost < best.cost {
        best.arrangement = matched
        best.cost = cost
        best.method = .matching
      }
    }
    return best
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
    var report = SeatingReport(of: candidate, in: problem)
    report.work = work
    return Seating(
      groups: candidate.arrangement.groups.map { $0.sorted().map { problem.people[$0] } },
      tables: candidate.layout.tables,
      sittingOut: candidate.arrangement.bench.sorted().map { problem.people[$0] },
      template: candidate.template, report: report)
  }
}

extension SeatingReport {
  init(of candidate: Planner.Candidate, in problem: Problem) {
    self.init(method: candidate.method)
    let arrangement = candidate.arrangement
    mixMissed = candidate.cost.amount(.mix)
    repeats = candidate.cost.amount(.repeats)
    repeatsAtLeast = LowerBound.repeats(in: problem, layout: candidate.layout, bench: arrangement.bench)
    same = candidate.cost.amount(.same)
    sharedTopics = -candidate.cost.amount(.topics)
    var groupOf = [Int](repeating: -1, count: problem.count)
    for (group, people) in arrangement.groups.enumerated() {
      for person in people { groupOf[person] = group }
    }
    func sit(_ pair: (Int, Int)) -> Bool { groupOf[pair.0] >= 0 && groupOf[pair.0] == groupOf[pair.1] }
    func pair(_ numbers: (Int, Int)) -> Pair { Pair(problem.people[numbers.0], problem.people[numbers.1]) }
    parted = problem.together.filter { !sit($0) }.map(pair)
    granted = problem.wishes.filter { sit($0) }.map(pair)
  }
}
