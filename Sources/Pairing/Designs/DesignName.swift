/// The name of a construction, from which its rounds are made again when they are needed.
enum DesignName: Hashable, Sendable, Codable {
  /// Everybody in pairs, `people` even: one round less than people.
  case circle(people: Int)
  /// Everybody in pairs with one group of three, `people` odd: four rounds less than people.
  case oddCircle(people: Int)
  /// Pairs with one person from each of two sides, `order` people each: as many rounds as pairs.
  case latin(order: Int)
  /// Groups with one person from each of `size` sides, `order` groups: as many rounds as groups, and more within the
  /// sides where their number divides.
  case transversal(size: Int, order: Int)
  /// The base rounds at that place of the catalogue, turned.
  case starter(groups: Int, size: Int)
}
