/// How many repeats no seating could avoid.
enum LowerBound {
  /// Whoever has fewer strangers left than neighbours in the smallest group repeats the difference; two share a repeat.
  static func repeats(in problem: Problem, layout: Layout, bench: [Int]) -> Int {
    guard let smallest = layout.sizes.min() else { return 0 }
    var isBenched = [Bool](repeating: false, count: problem.count)
    for person in bench { isBenched[person] = true }
    var lacking = 0
    for person in 0..<problem.count where !isBenched[person] {
      let known = problem.costs.special(of: person).count {
        !isBenched[$0.0] && ($0.1.isRepeat || $0.1.isApart)
      }
      lacking += max(0, smallest - 1 - (layout.seated - 1 - known))
    }
    return (lacking + 1) / 2
  }
}
