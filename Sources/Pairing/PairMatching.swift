/// The best seating in pairs there is, by exact matching.
///
/// With an odd number of people the group of three stays as a search found it, and the others are matched.
enum PairMatching {
  static func isPossible(_ layout: Layout, units: Int) -> Bool {
    layout.seated <= Limits.exactPairs && layout.seated * layout.seated * layout.seated <= units
      && layout.sizes.count > 1 && layout.tables == nil
      && layout.sizes.allSatisfy { $0 <= 3 } && layout.sizes.count { $0 == 3 } <= 1
  }

  static func improve(_ arrangement: Arrangement, in problem: Problem) -> Arrangement {
    let people = arrangement.groups.filter { $0.count == 2 }.flatMap { $0 }.sorted()
    let partners = Blossom.match(people.count) { one, other in
      weight(problem.pairCost(people[one], people[other]))
    }
    var best = arrangement
    best.groups = arrangement.groups.filter { $0.count != 2 }
    for (one, other) in partners.enumerated() where one < other {
      best.groups.append([people[one], people[other]])
    }
    return best
  }

  /// A pair's goodness, with as few bits for each goal as the sum over all pairs needs.
  private static func weight(_ cost: Cost) -> Int128 {
    var packed: Int128 = 0
    for field in fields {
      packed = packed << Int128(field.bits) | Int128(field.shift + cost.amount(field.goal))
    }
    // More than any sum of costs, so that nobody stays without a partner.
    return (1 << 104) - packed
  }

  /// The goals in their order, what to add so that no amount is negative, and bits for the sum over all pairs.
  private static let fields: [(goal: Goal, shift: Int, bits: Int)] = [
    (.apart, 0, 10), (.mix, 0, 14), (.together, 1, 10), (.repeats, 0, 10), (.oldestRepeats, 0, 20),
    (.wishes, 1, 10), (.same, 0, 10), (.topics, 127, 17),
  ]
}
