/// Who sits out where seats are too few: those who sat out least often, and nobody twice running if that can be.
enum Bench {
  /// - Parameter count: how many have to sit out.
  static func choose(_ count: Int, in problem: Problem, using generator: inout SplitMix64) -> [Int] {
    guard count > 0 else { return [] }
    var order = Array(0..<problem.count)
    generator.shuffle(&order)
    // Whoever is kept together with somebody or has a wish that can be granted stays, all else being equal.
    var ties = [Int](repeating: 0, count: problem.count)
    for (one, other) in problem.together {
      ties[one] += 2
      ties[other] += 2
    }
    for (one, other) in problem.wishes {
      ties[one] += 1
      ties[other] += 1
    }
    let rank = order.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (problem.bench[one], ties[one], left.offset) < (problem.bench[other], ties[other], right.offset)
    }
    return rank.prefix(count).map(\.element).sorted()
  }
}
