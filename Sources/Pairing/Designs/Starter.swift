/// Base rounds that turn into a schedule: places stand in circles of `modulus`, some stand still.
///
/// Place `circle * modulus + element` moves on by one in each turn; the last `fixed` places never do. A still round
/// names one place of each circle; its groups are those places in every turn, and it makes a single round.
struct Starter {
  let groups: Int
  let size: Int
  let modulus: Int
  let still: [[[Int]]]
  let base: [[[Int]]]

  var rounds: [[[Int]]] {
    let moving = groups * size / modulus * modulus
    func turned(_ group: [Int], by turn: Int) -> [Int] {
      group.map { $0 < moving ? $0 / modulus * modulus + ($0 % modulus + turn) % modulus : $0 }
    }
    let stillRounds = still.map { round in
      round.flatMap { group in (0..<modulus).map { turned(group, by: $0) } }
    }
    return stillRounds
      + base.flatMap { round in
        (0..<modulus).map { turn in round.map { turned($0, by: turn) } }
      }
  }
}
