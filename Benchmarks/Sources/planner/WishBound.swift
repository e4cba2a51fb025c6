import Pairing

/// How many wishes a round of pairs can grant at most: the largest matching among them, found without the planner.
enum WishBound {
  static func most(_ request: SeatingRequest) -> Int {
    let here = Set(request.people.map(\.id))
    let pairs = request.wishes.filter { pair in
      here.contains(pair.low) && here.contains(pair.high) && !request.rules.keepApart.contains(pair)
    }
    return most(pairs.sorted()[...], taken: [])
  }

  /// Wishes make small clusters: a pair whose people have no other wish is settled, the others are tried both ways.
  private static func most(_ pairs: ArraySlice<Pair>, taken: Set<PersonID>) -> Int {
    let open = pairs.filter { !taken.contains($0.low) && !taken.contains($0.high) }
    guard !open.isEmpty else { return 0 }
    var degree: [PersonID: Int] = [:]
    for pair in open {
      degree[pair.low, default: 0] += 1
      degree[pair.high, default: 0] += 1
    }
    // Whoever has a single wish loses nothing by having it granted.
    if let sure = open.first(where: { degree[$0.low] == 1 || degree[$0.high] == 1 }) {
      return 1 + most(open[...], taken: taken.union([sure.low, sure.high]))
    }
    let first = open[0]
    let with = 1 + most(open[...], taken: taken.union([first.low, first.high]))
    return max(with, most(open.dropFirst(), taken: taken))
  }
}
