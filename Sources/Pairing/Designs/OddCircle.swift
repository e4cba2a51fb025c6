/// Pairs and one group of three for an odd number of people, without a repeat for four rounds less than people.
///
/// All but four people stand in a circle that turns; the four stand still. A base round has a triple and pairs in which
/// every distance on the circle comes exactly once, and the four meet whoever is left. Nothing longer can exist:
/// a round takes `(people + 3) / 2` of the `people * (people - 1) / 2` meetings.
enum OddCircle {
  static let fewest = 11

  static func rounds(people: Int) -> [[[Int]]]? {
    guard people % 2 == 1, people >= fewest, let base = base(circle: people - 4) else { return nil }
    let circle = people - 4
    return (0..<circle).map { turn in
      base.map { group in group.map { $0 < circle ? ($0 + turn) % circle : $0 } }
    }
  }

  /// Climbs to a base round: give each distance that has no pair yet one, and let go of a pair that stands in its way.
  private static func base(circle: Int) -> [[Int]]? {
    let triple = [0, 1, 3]
    var generator = SplitMix64(seed: UInt64(circle))
    var partner = [Int](repeating: -1, count: circle)
    for place in triple { partner[place] = place }
    var missing = Array(stride(from: 4, through: (circle - 1) / 2, by: 1))
    var steps = 0
    while let distance = missing.last {
      steps += 1
      // Far more than was ever needed: about ten steps for each place are.
      guard steps < 10_000 * circle else { return nil }
      let one = generator.below(circle)
      let other = (one + distance) % circle
      guard !triple.contains(one), !triple.contains(other) else { continue }
      guard partner[one] < 0 || partner[other] < 0 else { continue }
      missing.removeLast()
      for place in [one, other] where partner[place] >= 0 {
        let apart = abs(place - partner[place])
        missing.insert(min(apart, circle - apart), at: generator.below(missing.count + 1))
        partner[partner[place]] = -1
      }
      partner[one] = other
      partner[other] = one
    }
    var groups = [triple]
    var still = circle
    for place in 0..<circle where !triple.contains(place) {
      if partner[place] < 0 {
        groups.append([place, still])
        still += 1
      } else if partner[place] > place {
        groups.append([place, partner[place]])
      }
    }
    return groups
  }
}
