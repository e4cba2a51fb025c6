/// How many people sit at which tables in one round, before anybody says who.
struct VenuePlan: Hashable {
  /// A table whose screen brings in guests from home.
  struct Bridge: Hashable {
    let table: Int
    var venue: Int
    var online: Int
  }

  /// In the order of the venue's tables with the most seats first.
  var bridges: [Bridge] = []

  var venue: Int { bridges.reduce(0) { $0 + $1.venue } }
  var online: Int { bridges.reduce(0) { $0 + $1.online } }

  /// The best plan: nobody without a seat, no table with a screen over the maximum, as many screens in use as can be, sizes
  /// as near to the wanted one as can be, and then as many meetings across as can be.
  ///
  /// - Parameters:
  ///   - venue: how many people are in the venue.
  ///   - online: how many are not.
  static func best(venue: Int, online: Int, at place: Venue, settings: GroupSettings) -> VenuePlan {
    let screens = place.tables.indices.filter { place.tables[$0].hasScreen && place.seats($0) >= 1 }
      .sorted { (place.seats($1), $0) < (place.seats($0), $1) }
    var best: (rank: [Int], plan: VenuePlan)?
    for count in stride(from: min(screens.count, venue, online), through: 0, by: -1) {
      let tables = Array(screens.prefix(count))
      for seated in choices(from: count, to: min(venue, tables.reduce(0) { $0 + place.seats($1) })) {
        for shown in choices(from: count, to: min(online, count * place.onScreen.upperBound)) {
          guard let plan = VenuePlan(tables, venue: seated, online: shown, at: place) else { continue }
          let rank = plan.rank(venue: venue, online: online, at: place, settings: settings)
          if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (rank, plan) }
        }
      }
      // With fewer screens nobody gets a seat who has none with all of them.
      if let best, best.rank[0] == 0, best.rank[1] == 0 { break }
    }
    return best?.plan ?? VenuePlan()
  }

  private init() {}

  /// All numbers of a small venue; of a large one as many as tell enough.
  private static func choices(from least: Int, to most: Int) -> [Int] {
    guard most > least else { return [least] }
    return Array(stride(from: least, to: most, by: max(1, (most - least) / 32))) + [most]
  }

  /// As even as seats allow; who has one person more from the venue has one fewer from home.
  private init?(_ tables: [Int], venue: Int, online: Int, at place: Venue) {
    bridges = tables.map { Bridge(table: $0, venue: 0, online: 0) }
    var left = venue
    while left > 0 {
      let before = left
      for number in bridges.indices where left > 0 && bridges[number].venue < place.seats(tables[number]) {
        bridges[number].venue += 1
        left -= 1
      }
      if left == before { return nil }
    }
    guard bridges.isEmpty || online <= bridges.count * place.onScreen.upperBound else { return nil }
    for number in 0..<online where !bridges.isEmpty {
      bridges[bridges.count - 1 - number % bridges.count].online += 1
    }
    if bridges.contains(where: { $0.venue < 1 || $0.online < 1 }) { return nil }
  }

  private func rank(venue: Int, online: Int, at place: Venue, settings: GroupSettings) -> [Int] {
    let used = Set(bridges.map(\.table))
    let seats = place.tables.indices.filter { !used.contains($0) }.map(place.seats).filter { $0 >= 2 }
    let (atTables, inRooms) = (venue - self.venue, online - self.online)
    let room = seats.reduce(0, +)
    let unseated = (atTables == 1 ? 1 : max(0, atTables - room)) + (inRooms == 1 ? 1 : 0)
    let sizes = bridges.map { $0.venue + $0.online }
    let outside = bridges.reduce(0) { sum, bridge in
      sum + Self.distance(bridge.venue, place.atBridge) + Self.distance(bridge.online, place.onScreen)
    }
    let over = sizes.reduce(0) { $0 + max(0, $1 - settings.maximum) } + outside
    let off = sizes.reduce(0) { $0 + abs($1 - settings.size) }
    let crowded = max(0, atTables - seats.reduce(0) { $0 + min($1, settings.size) })
    let across = bridges.reduce(0) { $0 + $1.venue * $1.online }
    return [unseated, over, -bridges.count, off + crowded, -across]
  }

  private static func distance(_ number: Int, _ range: ClosedRange<Int>) -> Int {
    max(0, range.lowerBound - number, number - range.upperBound)
  }
}
