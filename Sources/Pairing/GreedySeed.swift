/// A first valid seating: kept-together pairs, then wishes, then group by group whoever costs least, the people with
/// the fewest possible partners first.
struct GreedySeed {
  private let problem: Problem
  private let layout: Layout
  /// Candidates weighed for one seat; enough to find a stranger among people who know a few dozen.
  private let tries = 24

  private var groups: [[Int]]
  /// Groups that nobody sits in, the roomiest last.
  private var empty: [Int]
  /// People without a seat, those with the most special partners last; removal may change the order.
  private var waiting: [Int] = []
  /// Where somebody waits; -1 for whoever has a seat or sits out.
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
    empty = layout.sizes.indices.sorted { (layout.sizes[$0], $1) < (layout.sizes[$1], $0) }
    place = [Int](repeating: 0, count: problem.count)
    for person in bench { place[person] = -1 }
    waiting = (0..<problem.count).filter { place[$0] >= 0 }
    generator.shuffle(&waiting)
    let special = (0..<problem.count).map { problem.costs.specialCount(of: $0) }
    waiting = waiting.enumerated().sorted {
      (special[$0.element], $0.offset) < (special[$1.element], $1.offset)
    }.map(\.element)
    for (index, person) in waiting.enumerated() { place[person] = index }
  }

  /// Chains of kept-together pairs, then as many wishes as can be granted.
  private mutating func seatBlocks() {
    for block in Blocks.together(of: problem) {
      let members = block.filter { place[$0] >= 0 }
      if members.count > 1 { seat(members) }
    }
    let wishes = problem.wishes.filter { place[$0.0] >= 0 && place[$0.1] >= 0 }
    for (one, other) in WishMatching.grant(wishes) { seat([one, other]) }
  }

  /// Seats a block in an empty group; else where it costs least; if no group has room, its people wait on.
  private mutating func seat(_ block: [Int]) {
    if let group = empty.last, layout.sizes[group] >= block.count {
      empty.removeLast()
      for person in block { take(person, to: group) }
      return
    }
    let roomy = groups.indices.filter { layout.sizes[$0] - groups[$0].count >= block.count }
    guard let group = roomy.min(by: { added(block, to: $0) < added(block, to: $1) }) else { return }
    for person in block { take(person, to: group) }
  }

  private func added(_ block: [Int], to group: Int) -> Cost {
    block.reduce(.zero) { $0 + cost(of: $1, in: group) }
  }

  private mutating func seatTheRest(using generator: inout SplitMix64) {
    for group in groups.indices {
      while groups[group].count < layout.sizes[group], let last = waiting.last {
        take(groups[group].isEmpty ? last : best(for: group, using: &generator), to: group)
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
