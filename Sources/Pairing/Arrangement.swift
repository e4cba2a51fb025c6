/// A seating in the planner's own terms: group by group, and who sits out.
struct Arrangement: Hashable {
  var groups: [[Int]]
  var bench: [Int]

  /// What the arrangement costs, goal by goal.
  func cost(in problem: Problem, layout: Layout) -> Cost {
    var total = Cost.zero
    for person in bench { total += problem.bench[person] }
    for group in groups {
      total += Cost(.mix, problem.attributes.mixMissed(in: group))
      for (place, one) in group.enumerated() {
        if group.count != layout.usual { total += problem.odd[one] }
        for other in group[(place + 1)...] { total += problem.costs.cost(one, other) }
      }
    }
    return total
  }
}

extension ClosedRange<Int> {
  /// How far the number lies outside.
  func missed(by number: Int) -> Int {
    Swift.max(0, lowerBound - number, number - upperBound)
  }
}
