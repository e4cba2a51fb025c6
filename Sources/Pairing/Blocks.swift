/// People who belong together, directly or through others.
enum Blocks {
  /// Blocks of two and more, the largest first; people in rising order.
  static func together(of problem: Problem) -> [[Int]] {
    var root: [Int: Int] = [:]
    func top(_ person: Int) -> Int {
      var person = person
      while let up = root[person], up != person { person = up }
      return person
    }
    for (one, other) in problem.together {
      let (low, high) = (min(top(one), top(other)), max(top(one), top(other)))
      root[low] = low
      root[high] = low
    }
    var blocks: [Int: [Int]] = [:]
    for person in root.keys.sorted() { blocks[top(person), default: []].append(person) }
    return blocks.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
