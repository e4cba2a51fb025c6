/// A first valid seating: kept-together pairs, then wishes, then group by group whoever costs least, the people with
/// the fewest possible partners first.
struct GreedySeed {
  let problem: Problem
  let layout: Layout
  /// Candidates weighed for one seat; enough to find a stranger among people who know a few dozen.
  private let tries = 24

  private var groups: [[Int]]
  /// People without a seat, in an order that removal may change.
  private var waiting: [Int] = []
  private var place: [Int]

  static func fill(
    _ problem: Problem, layout: Layout, bench: [Int], using generator: inout SplitMix64
  ) -> Arrangement {
    var seed = GreedySeed(problem: problem, layout: layout, bench: bench, using: &generator)
    seed.seatBlocks()
    seed.seatTheRest(using: &generator)
    return Arrangement(groups: seed.groups, bench: bench)
  }

  private init(problem: Problem, layout: Layout, bench: [Int], using generator: inout SplitMix64) {
    self.problem = problem
    self.layout = layout
    groups = layout.sizes.map { _ in [] }
    let benched = Set(bench)
    waiting = (0..<problem.count).filter { !benched.contains($0) }
    generator.shuffle(&waiting)
    waiting = waiting.enumerated().sorted {
      (problem.costs.specialCount(of: $0.element), $0.offset) < (
        problem.costs.specialCount(of: $1.element), $1.offset
      )
    }.map(\.element)
    place = [Int](repeating: -1, count: problem.count)
    for (index, person) in waiting.enumerated() { place[person] = index }
  }

  /// Chains of kept-together pairs, then wishes between people who have no seat yet, those with the fewest wishes first.
  private mutating func seatBlocks() {
    for block in Blocks.together(of: problem) {
      let members = block.filter { place[$0] >= 0 }
      if members.count > 1 { seat(members) }
    }
    var wishes = [Int](repeating: 0, count: problem.count)
    for (one, other) in problem.wishes {
      wishes[one] += 1
      wishes[other] += 1
    }
    let order = problem.wishes.enumerated().sorted {
      (wishes[$0.element.0] + wishes[$0.element.1], $0.offset) < (
        wishes[$1.element.0] + wishes[$1.element.1], $1.offset
      )
    }
    for (_, (one, other)) in order where place[one] >= 0 && place[other] >= 0 { seat([one, other]) }
  }

  /// Seats a block in the smallest group that is empty and holds it; if there is none, its people wait on.
  private mutating func seat(_ block: [Int]) {
    let free = groups.indices.filter { groups[$0].isEmpty && layout.sizes[$0] >= block.count }
    let roomy = groups.indices.filter { layout.sizes[$0] - groups[$0].count >= block.count }
    let group = free.last ?? roomy.min { added(block, to: $0) < added(block, to: $1) }
    guard let group else { return }
    for person in block { take(person, to: group) }
  }

  private func added(_ block: [Int], to group: Int) -> Cost {
    block.reduce(.zero) { $0 + cost(of: $1, in: group) }
  }

  private mutating func seatTheRest(using generator: inout SplitMix64) {
    for group in groups.indices {
      while groups[group].count < layout.sizes[group], let last = waiting.last {
        if groups[group].isEmpty {
          take(last, to: group)
          continue
        }
        take(best(for: group, using: &generator), to: group)
      }
    }
  }

  /// The cheapest of the people who wait, or of a sample of them.
  private func best(for group: Int, using generator: inout SplitMix64) -> Int {
    let all = waiting.count <= 2 * tries
    var best = waiting[waiting.count - 1]
    var least = cost(of: best, in: group)
    for index in 0..<(all ? waiting.count : tries) {
      if least <= .zero, !problem.attributes.hasTopics, !problem.attributes.hasMix { break }
      let person = waiting[all ? index : generator.below(waiting.count)]
      let cost = cost(of: person, in: group)
      if cost < least { (best, least) = (person, cost) }
    }
    return best
  }

  private func cost(of person: Int, in group: Int) -> Cost {
    var cost = layout.sizes[group] == layout.usual ? .zero : problem.odd[person]
    for member in groups[group] { cost += problem.costs.cost(person, member) }
    let attributes = problem.attributes
    if attributes.hasMix, attributes.mixed[person] >= 0 {
      let value = attributes.mixed[person]
      let bounds = attributes.bounds[Int(value)]
      let there = groups[group].count { attributes.mixed[$0] == value }
      cost += Cost(.mix, there < bounds.lowerBound ? -1 : there >= bounds.upperBound ? 1 : 0)
    }
    return cost
  }

  private mutating func take(_ person: Int, to group: Int) {
    groups[group].append(person)
    let index = place[person]
    place[person] = -1
    let last = waiting.removeLast()
    if last != person {
      waiting[index] = last
      place[last] = index
    }
  }
}

/// People who belong together, directly or through others.
enum Blocks {
  /// Blocks of two and more, the largest first; people in rising order.
  static func together(of problem: Problem) -> [[Int]] {
    var root: [Int: Int] = [:]
    func find(_ person: Int) -> Int {
      var person = person
      while let up = root[person], up != person { person = up }
      return person
    }
    for (one, other) in problem.together {
      let (low, high) = (min(find(one), find(other)), max(find(one), find(other)))
      root[low] = low
      root[high] = low
    }
    var blocks: [Int: [Int]] = [:]
    for person in root.keys.sorted() { blocks[find(person), default: []].append(person) }
    return blocks.values.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }
}
