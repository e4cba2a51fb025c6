/// Improves a large seating in pairs: two or three pairs change partners whenever that is better.
///
/// With topics everybody's seat can be better, so that sampling is not enough: each pair is weighed against all
/// others, or a window of them in a crowd. Pairs in which nothing is wrong are compared by their topics alone, and
/// the whole cost is asked only about an exchange that would gain some.
struct PairPolish {
  private let problem: Problem
  private let units: Int
  private var pairs: [(Int, Int)]
  private var costs: [Cost]
  private var kinds: [Kind]
  private var topics: [Int]
  private var work = 0
  /// Pairs that one pair is weighed against at the most.
  private let window = 1_000
  /// Partners tried for the first of three exchanged pairs.
  private let leads = 6

  private enum Kind {
    /// Granted by a wish or a rule: stays.
    case granted
    /// Nothing wrong; only topics can be better.
    case fine
    /// Colleagues, a repeat or worse.
    case bad
  }

  static func improve(
    _ arrangement: Arrangement, in problem: Problem, layout: Layout, units: Int,
    using generator: inout SplitMix64
  ) -> (Arrangement, work: Int) {
    var polish = PairPolish(arrangement, problem, units)
    polish.run(using: &generator)
    let others = arrangement.groups.filter { $0.count != 2 }
    return (
      Arrangement(groups: others + polish.pairs.map { [$0.0, $0.1] }, bench: arrangement.bench), polish.work
    )
  }

  private init(_ arrangement: Arrangement, _ problem: Problem, _ units: Int) {
    self.problem = problem
    self.units = units
    pairs = arrangement.groups.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
    costs = pairs.map { problem.pairCost($0.0, $0.1) }
    kinds = costs.map(Self.kind)
    topics = costs.map { -$0.amount(.topics) }
  }

  private static func kind(_ cost: Cost) -> Kind {
    let amount = cost.through(.same)
    return cost.through(.wishes) < 0 ? .granted : amount == 0 ? .fine : .bad
  }

  private mutating func run(using generator: inout SplitMix64) {
    var queue = pairs.indices.filter { kinds[$0] != .granted }
    generator.shuffle(&queue)
    var isQueued = [Bool](repeating: true, count: pairs.count)
    var head = 0
    while head < queue.count, work < units {
      let pair = queue[head]
      head += 1
      isQueued[pair] = false
      let start = generator.below(pairs.count)
      var changed: [Int] = []
      if let other = exchangeTwo(pair, from: start) {
        changed = [pair, other]
      } else if let others = exchangeThree(pair, from: start) {
        changed = [pair] + others
      }
      for pair in changed where !isQueued[pair] {
        isQueued[pair] = true
        queue.append(pair)
      }
    }
  }

  /// Carries out the best exchange with another pair.
  /// - Returns: that pair; nil if nothing was better.
  private mutating func exchangeTwo(_ one: Int, from start: Int) -> Int? {
    let (left, right) = pairs[one]
    var best = Cost.zero
    var bestTopics = 0
    var found: (Int, (Int, Int), (Int, Int))?
    var other = start
    for _ in 0..<min(window, pairs.count) {
      other = other + 1 == pairs.count ? 0 : other + 1
      guard other != one, kinds[other] != .granted else { continue }
      let isFine = kinds[one] == .fine && kinds[other] == .fine
      let (low, high) = pairs[other]
      for (partner, rest) in [(low, high), (high, low)] {
        let shared = problem.attributes.shared(left, partner) + problem.attributes.shared(right, rest)
        if isFine, shared - topics[one] - topics[other] <= bestTopics { continue }
        let now = costs[one] + costs[other]
        let change = problem.pairCost(left, partner) + problem.pairCost(right, rest) - now
        if change < best {
          best = change
          bestTopics = change.through(.same) < 0 ? .max : -change.amount(.topics)
          found = (other, (left, partner), (right, rest))
        }
      }
    }
    work += 2 * min(window, pairs.count)
    guard let (other, first, second) = found else { return nil }
    set(one, first)
    set(other, second)
    return other
  }

  /// Gives each of the pair's two a better partner from another pair, where those two pairs' others go with a third.
  /// - Returns: the two other pairs; nil if nothing was better.
  private mutating func exchangeThree(_ one: Int, from start: Int) -> [Int]? {
    guard problem.attributes.hasTopics, kinds[one] == .fine else { return nil }
    for (left, right) in [pairs[one], (pairs[one].1, pairs[one].0)] {
      for lead in leadingPartners(for: left, of: one, from: start) {
        let (other, partner, rest) = lead
        let gain = problem.attributes.shared(left, partner) - topics[one] - topics[other]
        var third = start
        for _ in 0..<min(window, pairs.count) {
          third = third + 1 == pairs.count ? 0 : third + 1
          guard third != one, third != other, kinds[third] == .fine else { continue }
          let (low, high) = pairs[third]
          for (near, far) in [(low, high), (high, low)] {
            let shared = problem.attributes.shared(right, near) + problem.attributes.shared(rest, far)
            guard gain + shared > topics[third] else { continue }
            let now = costs[one] + costs[other] + costs[third]
            let new =
              problem.pairCost(left, partner) + problem.pairCost(right, near) + problem.pairCost(rest, far)
            guard new < now else { continue }
            set(one, (left, partner))
            set(other, (right, near))
            set(third, (rest, far))
            return [other, third]
          }
        }
        work += 2 * min(window, pairs.count)
      }
    }
    return nil
  }

  /// The partners that would gain the person's pair and theirs most, or lose least: pair, partner, who is left over.
  private func leadingPartners(for person: Int, of pair: Int, from start: Int) -> [(Int, Int, Int)] {
    var leads: [(gain: Int, lead: (Int, Int, Int))] = []
    var other = start
    for _ in 0..<min(window, pairs.count) {
      other = other + 1 == pairs.count ? 0 : other + 1
      guard other != pair, kinds[other] == .fine else { continue }
      let (low, high) = pairs[other]
      for (partner, rest) in [(low, high), (high, low)] {
        let shared = problem.attributes.shared(person, partner)
        // A first partner no better than the present one starts no chain worth following.
        guard shared > topics[pair] else { continue }
        let gain = shared - topics[other]
        if leads.count == self.leads, leads[leads.count - 1].gain >= gain { continue }
        let place = leads.firstIndex { $0.gain < gain } ?? leads.count
        leads.insert((gain, (other, partner, rest)), at: place)
        if leads.count > self.leads { leads.removeLast() }
      }
    }
    return leads.map(\.lead)
  }

  private mutating func set(_ pair: Int, _ people: (Int, Int)) {
    pairs[pair] = people
    costs[pair] = problem.pairCost(people.0, people.1)
    kinds[pair] = Self.kind(costs[pair])
    topics[pair] = -costs[pair].amount(.topics)
  }
}
