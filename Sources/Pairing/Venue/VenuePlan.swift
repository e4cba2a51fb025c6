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
    let seats = place.tables.indices.map(place.seats).reduce(0, +)
    let most = min(screens.count, venue, online)
    // With more screens than this, one has fewer people of a side than it should.
    let (around, shown) = (max(1, place.atBridge.lowerBound), max(1, place.onScreen.lowerBound))
    let enough = min(screens.count { place.seats($0) >= around }, venue / around, online / shown)
    var best: (rank: [Int], plan: VenuePlan)?
    for count in [enough] + choices(from: 0, to: most).reversed() {
      let tables = Array(screens.prefix(count))
      let others = Others(at: place, without: tables, size: settings.size)
      for seated in choices(from: count, to: min(venue, tables.reduce(0) { $0 + place.seats($1) })) {
        // A large venue has many plans: those that leave more people without a seat are not drawn up.
        if let best, others.unseated(venue - seated) > best.rank[0] { continue }
        for shown in choices(from: count, to: min(online, count * place.onScreen.upperBound)) {
          guard let plan = VenuePlan(tables, venue: seated, online: shown, at: place) else { continue }
          let rank = plan.rank(atTables: venue - seated, inRooms: online - shown, others, place, settings)
          if best.map({ rank.lexicographicallyPrecedes($0.rank) }) ?? true { best = (rank, plan) }
        }
      }
      // With fewer screens nobody gets a seat who has none with all of them.
      if let best, best.rank[0] <= max(0, venue - seats), best.rank[1] == 0 { break }
    }
    return best?.plan ?? VenuePlan()
  }

  /// What the tables without guests from home can take.
  private struct Others {
    /// The people they seat, and how many of them at tables of the wanted size.
    var room = 0
    var comfortable = 0

    init(at place: Venue, without bridges: [Int], size: Int) {
      let used = Set(bridges)
      for table in place.tables.indices where !used.contains(table) && place.seats(table) >= 2 {
        room += place.seats(table)
        comfortable += min(place.seats(table), size)
      }
    }

    func unseated(_ people: Int) -> Int {
      people == 1 ? 1 : max(0, people - room)
    }
  }

  private init() {}

  /// All numbers of a small venue; of a large one as many as tell enough.
  private static func choices(from least: Int, to most: Int) -> [Int] {
    guard most > least else { return [least] }
    return Array(stride(from: least, to: most, by: max(1, (most - least) / 32))) + [most]
  }

  /// As even as seats allow; who has one person more from the venue has one fewer from home.
  ///
  /// - Parameter tables: those with the most seats first.
  private init?(_ tables: [Int], venue: Int, online: Int, at place: Venue) {
    let count = tables.count
    guard venue >= count, online >= count, online <= count * place.onScreen.upperBound else { return nil }
    bridges.reserveCapacity(count)
    var left = venue
    // From the fewest seats on, each table takes an even share of what is left, or all that it seats.
    for number in tables.indices.reversed() {
      let people = min(left / (number + 1), place.seats(tables[number]))
      left -= people
      let shown = online / count + (count - 1 - number < online % count ? 1 : 0)
      bridges.append(Bridge(table: tables[number], venue: people, online: shown))
    }
    if left > 0 { return nil }
    bridges.reverse()
  }

  private func rank(
    atTables: Int, inRooms: Int, _ others: Others, _ place: Venue, _ settings: GroupSettings
  ) -> [Int] {
    let unseated = others.unseated(atTables) + (inRooms == 1 ? 1 : 0)
    var (over, off, across) = (0, 0, 0)
    for bridge in bridges {
      let size = bridge.venue + bridge.online
      over += max(0, size - settings.maximum) + place.atBridge.missed(by: bridge.venue)
      over += place.onScreen.missed(by: bridge.online)
      off += abs(size - settings.size)
      across += bridge.venue * bridge.online
    }
    let crowded = max(0, atTables - others.comfortable)
    return [unseated, over, -bridges.count, off + crowded, -across]
  }
}
