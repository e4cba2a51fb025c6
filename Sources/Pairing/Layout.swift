/// The sizes of a round's groups: enough seats for everybody who sits, nobody alone, no group over its maximum.
struct Layout: Hashable {
  /// At least 2 each; with tables in the order of `tables`.
  var sizes: [Int]
  /// The table of each group; nil without tables.
  var tables: [Int]?
  /// The size that a group has usually, for whose burden the odd ones are.
  var usual: Int

  var seated: Int { sizes.reduce(0, +) }

  /// The most people who can sit at all.
  static func capacity(_ settings: GroupSettings) -> Int? {
    settings.tables.map { $0.map { min($0, settings.maximum) }.filter { $0 >= 2 }.reduce(0, +) }
  }

  /// Layouts that seat exactly `count` people, the best first: no group under the minimum, a mix that fits, sizes
  /// as near to the wanted one as can be, rather smaller groups than larger ones.
  ///
  /// - Parameter shortfall: how many people a mix lacks with that many groups.
  static func candidates(
    count: Int, settings: GroupSettings, most: Int, shortfall: (Int) -> Int = { _ in 0 }
  ) -> [Layout] {
    guard count >= 2 else {
      return count == 0
        ? [Layout(sizes: [], tables: settings.tables.map { _ in [] }, usual: settings.size)] : []
    }
    var ranked: [(rank: [Int], layout: Layout)] = []
    let tables = settings.tables.map { seats in
      seats.indices.filter { seats[$0] >= 2 }.sorted { (seats[$1], $0) < (seats[$0], $1) }
    }
    let mostGroups = min(count / 2, tables?.count ?? .max)
    let fewest = (count + settings.maximum - 1) / settings.maximum
    guard fewest <= mostGroups else { return [] }
    for groups in near(count: count, size: settings.size, fewest: fewest, most: mostGroups) {
      guard let layout = balanced(count: count, groups: groups, settings: settings, tables: tables) else {
        continue
      }
      let under = layout.sizes.reduce(0) { $0 + max(0, settings.minimum - $1) }
      let off = layout.sizes.reduce(0) { $0 + abs($1 - settings.size) }
      ranked.append(([under, shortfall(groups), off, -groups], layout))
    }
    ranked.sort { $0.rank.lexicographicallyPrecedes($1.rank) }
    return ranked.prefix(most).map(\.layout)
  }

  /// Numbers of groups worth a look: all of a small roster's, those about the wanted size for a large one.
  private static func near(count: Int, size: Int, fewest: Int, most: Int) -> [Int] {
    if most - fewest <= 64 { return Array(fewest...most) }
    let middle = min(max(fewest, count / size), most)
    let around = max(fewest, middle - 8)...min(most, middle + 8)
    return Array(Set(Array(around) + [fewest, most])).sorted()
  }

  private static func balanced(
    count: Int, groups: Int, settings: GroupSettings, tables: [Int]?
  ) -> Layout? {
    guard let tables, let seats = settings.tables else {
      let small = count / groups
      let larger = count % groups
      let sizes = (0..<groups).map { small + ($0 < larger ? 1 : 0) }
      return Layout(sizes: sizes, tables: nil, usual: usual(of: sizes))
    }
    let chosen = Array(tables.prefix(groups))
    let limits = chosen.map { min(seats[$0], settings.maximum) }
    var sizes = [Int](repeating: 2, count: groups)
    var left = count - 2 * groups
    guard left >= 0, limits.reduce(0, +) >= count else { return nil }
    var level = 2
    while left > 0 {
      for place in 0..<groups where left > 0 && sizes[place] == level && limits[place] > level {
        sizes[place] += 1
        left -= 1
      }
      level += 1
    }
    return Layout(sizes: sizes, tables: chosen, usual: usual(of: sizes))
  }

  static func usual(of sizes: [Int]) -> Int {
    var count: [Int: Int] = [:]
    for size in sizes { count[size, default: 0] += 1 }
    return count.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
