/// Which wishes to grant at once, as many as can be: a matching of the graph of wishes.
enum WishMatching {
  /// People of one cluster of wishes up to whom the matching is exact; beyond, the fewest wishes go first.
  private static let exact = 60

  /// Pairs of which no two share a person.
  static func grant(_ wishes: [(Int, Int)]) -> [(Int, Int)] {
    clusters(of: wishes).flatMap { cluster in
      let people = Set(cluster.flatMap { [$0.0, $0.1] }).sorted()
      return people.count <= exact ? matched(cluster, people) : greedy(cluster)
    }
  }

  private static func matched(_ wishes: [(Int, Int)], _ people: [Int]) -> [(Int, Int)] {
    guard wishes.count > 1 else { return wishes }
    let number = Dictionary(uniqueKeysWithValues: zip(people, 0...))
    var isWish = Set<[Int]>()
    for (one, other) in wishes {
      isWish.insert([number[one]!, number[other]!])
      isWish.insert([number[other]!, number[one]!])
    }
    let partners = Blossom.match(people.count) { isWish.contains([$0, $1]) ? 1 : 0 }
    return partners.indices.filter { $0 < partners[$0] }.map { (people[$0], people[partners[$0]]) }
  }

  private static func greedy(_ wishes: [(Int, Int)]) -> [(Int, Int)] {
    var count: [Int: Int] = [:]
    for (one, other) in wishes {
      count[one, default: 0] += 1
      count[other, default: 0] += 1
    }
    var taken: Set<Int> = []
    let order = wishes.sorted {
      (count[$0.0]! + count[$0.1]!, $0.0, $0.1) < (count[$1.0]! + count[$1.1]!, $1.0, $1.1)
    }
    return order.filter { pair in
      guard !taken.contains(pair.0), !taken.contains(pair.1) else { return false }
      taken.formUnion([pair.0, pair.1])
      return true
    }
  }

  /// Wishes that hang together through their people.
  private static func clusters(of wishes: [(Int, Int)]) -> [[(Int, Int)]] {
    var root: [Int: Int] = [:]
    func top(_ person: Int) -> Int {
      var person = person
      while let up = root[person], up != person { person = up }
      return person
    }
    for (one, other) in wishes {
      let (low, high) = (min(top(one), top(other)), max(top(one), top(other)))
      root[low] = low
      root[high] = low
    }
    var clusters: [Int: [(Int, Int)]] = [:]
    for wish in wishes { clusters[top(wish.0), default: []].append(wish) }
    return clusters.keys.sorted().map { clusters[$0]! }
  }
}
