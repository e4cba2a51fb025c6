import Testing

@testable import Pairing

@Suite("Exact matching")
struct BlossomTests {
  @Test("The matching weighs as much as the best of all")
  func againstAll() {
    for seed in 1...UInt64(300) {
      var draw = Draw(seed)
      let count = 2 + draw.below(8)
      let most = [3, 10, 1_000][draw.below(3)]
      var weights = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
      for one in 0..<count {
        for other in 0..<one {
          weights[one][other] = draw.oneIn(4) ? 0 : draw.below(most)
          weights[other][one] = weights[one][other]
        }
      }
      let partners = Blossom.match(count) { Int128(weights[$0][$1]) }
      var weight = 0
      for (one, other) in partners.enumerated() where other >= 0 {
        #expect(partners[other] == one, "seed \(seed)")
        if one < other { weight += weights[one][other] }
      }
      #expect(weight == best(Array(0..<count), weights), "seed \(seed)")
    }
  }

  private func best(_ people: [Int], _ weights: [[Int]]) -> Int {
    guard let first = people.first else { return 0 }
    let rest = Array(people.dropFirst())
    return rest.reduce(best(rest, weights)) { most, other in
      max(most, weights[first][other] + best(rest.filter { $0 != other }, weights))
    }
  }
}
