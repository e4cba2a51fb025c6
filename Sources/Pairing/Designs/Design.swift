/// A schedule in which no two places meet twice.
struct Design {
  let name: DesignName
  let places: Int
  /// Round → groups → places.
  let rounds: [[[Int]]]

  /// Makes the rounds of the construction; nil if the name stands for none.
  init?(_ name: DesignName) {
    self.name = name
    switch name {
    case .circle(let people):
      guard people >= 2, people % 2 == 0 else { return nil }
      rounds = CircleMethod.rounds(people: people)
      places = people
    case .oddCircle(let people):
      guard let rounds = OddCircle.rounds(people: people) else { return nil }
      self.rounds = rounds
      places = people
    case .latin(let order):
      guard order >= 1 else { return nil }
      rounds = (0..<order).map { turn in (0..<order).map { [$0, order + ($0 + turn) % order] } }
      places = 2 * order
    case .transversal(let size, let order):
      guard let rounds = TransversalDesign.rounds(size: size, order: order) else { return nil }
      self.rounds = rounds
      places = size * order
    case .starter(let groups, let size):
      guard let starter = StarterCatalogue.starter(groups: groups, size: size) else { return nil }
      rounds = starter.rounds
      places = groups * size
    }
  }

  /// How many places the largest group has.
  var largest: Int { rounds[0].map(\.count).max() ?? 0 }

  /// Whether the places come in sides, one after the other, that meet last or never.
  var hasSides: Bool {
    switch name {
    case .latin, .transversal: true
    case .circle, .oddCircle, .starter: false
    }
  }

  /// The longest schedule known here for so many groups of that size.
  static func longest(groups: Int, size: Int) -> Design? {
    let names: [DesignName] =
      size == 2
      ? [.circle(people: 2 * groups)]
      : [.starter(groups: groups, size: size), .transversal(size: size, order: groups)]
    return names.compactMap { Design($0) }.max { $0.rounds.count < $1.rounds.count }
  }
}
