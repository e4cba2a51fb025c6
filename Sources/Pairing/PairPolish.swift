/// Improves a large seating in pairs: two pairs change partners whenever that is better, until no two would.
///
/// With topics everybody's seat can be better, so that sampling is not enough: each pair is weighed against all
/// others, or a window of them in a crowd. A round of a thousand people takes some milliseconds.
struct PairPolish {
  private let problem: Problem
  private let units: Int
  private var pairs: [(Int, Int)]
  private var costs: [Cost]
  private var work = 0
  /// Pairs that one pair is weighed against at the most.
  private let window = 1_000

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
  }

  private mutating func run(using generator: inout SplitMix64) {
    var queue = Array(pairs.indices)
    generator.shuffle(&queue)
    var isQueued = [Bool](repeating: true, count: pairs.count)
    var head = 0
    while head < queue.count, work < units {
      let pair = queue[head]
      head += 1
      isQueued[pair] = false
      guard let other = improve(pair, from: generator.below(pairs.count)) else { continue }
      for changed in [pair, other] where !isQueued[changed] {
        isQueued[changed] = true
        queue.append(changed)
      }
    }
  }

  /// Carries out the best exchange with another pair.
  /// - Returns: that pair; nil if nothing was better.
  private mutating func improve(_ one: Int, from start: Int) -> Int? {
    let (left, right) = pairs[one]
    var best = Cost.zero
    var found: (Int, (Int, Int), (Int, Int))?
    var other = start
    for _ in 0..<min(window, pairs.count) {
      other = other + 1 == pairs.count ? 0 : other + 1
      guard other != one else { continue }
      let (low, high) = pairs[other]
      let now = costs[one] + costs[other]
      for (partner, rest) in [(low, high), (high, low)] {
        // What attributes alone would gain bounds the gain, and is cheap.
        let bound = problem.attributes.cost(left, partner) + problem.attributes.cost(right, rest) - now
        guard bound - Cost(.wishes, 2) - Cost(.together, 2) < best else { continue }
        let change = problem.pairCost(left, partner) + problem.pairCost(right, rest) - now
        if change < best {
          best = change
          found = (other, (left, partner), (right, rest))
        }
      }
    }
    work += 2 * min(window, pairs.count)
    guard let (other, first, second) = found else { return nil }
    pairs[one] = first
    pairs[other] = second
    costs[one] = problem.pairCost(first.0, first.1)
    costs[other] = problem.pairCost(second.0, second.1)
    return other
  }
}
