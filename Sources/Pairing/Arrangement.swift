/// A seating in the planner's own terms: group by group, and who sits out.
struct Arrangement: Hashable {
  var groups: [[Int]]
  var bench: [Int]

  /// What the arrangement costs, goal by goal.
  func cost(in problem: Problem, layout: Layout) -> Cost {
    var total = Cost.zero
    for person in bench { total += problem.bench[person] }
    for group in groups {
      total += mixCost(of: group, in: problem)
      for (place, one) in group.enumerated() {
        if group.count != layout.usual { total += problem.odd[one] }
        for other in group[(place + 1)...] { total += problem.costs.cost(one, other) }
      }
    }
    return total
  }

  private func mixCost(of group: [Int], in problem: Problem) -> Cost {
    guard problem.attributes.hasMix else { return .zero }
    var counts = [Int](repeating: 0, count: problem.attributes.bounds.count)
    for person in group where problem.attributes.mixed[person] >= 0 {
      counts[Int(problem.attributes.mixed[person])] += 1
    }
    return Cost(.mix, zip(counts, problem.attributes.bounds).reduce(0) { $0 + $1.1.missed(by: $1.0) })
  }
}

extension ClosedRange<Int> {
  /// How far the number lies outside.
  func missed(by number: Int) -> Int {
    Swift.max(0, lowerBound - number, number - upperBound)
  }
}
