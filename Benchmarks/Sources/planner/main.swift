import Pairing

let cases: [(String, Evening, Int)] = [
  ("15x3x7", Evening(15, 3, 7), 3), ("16x4x5", Evening(16, 4, 5), 3), ("24x4x7", Evening(24, 4, 7), 3),
  ("28x4x9", Evening(28, 4, 9), 3), ("30x3x14", Evening(30, 3, 14), 3), ("36x4x11", Evening(36, 4, 11), 3),
  ("32x4x10", Evening(32, 4, 10), 3), ("32x2x31", Evening(32, 2, 31), 3), ("33x2x28", Evening(33, 2, 28), 3),
  ("1000x2x20", Evening(1000, 2, 20), 1), ("10000x2x20", Evening(10000, 2, 20), 1),
  ("10000x4x20", Evening(10000, 4, 20), 1),
]
for (name, evening, seeds) in cases {
  for seed in 1...UInt64(seeds) {
    let outcome = try evening.run(seed: seed) { try seat($0) }
    print(name, seed, outcome.repeats, outcome.repeatsByRound, outcome.slowest, outcome.satOut)
  }
}
var couples = Evening(50, 5, 9)
couples.rules.keepTogether = Set(
  (0..<6).map { Pair(PersonID(rawValue: 2 * $0 + 1), PersonID(rawValue: 2 * $0 + 2)) })
for seed in 1...3 {
  let outcome = try couples.run(seed: UInt64(seed)) { try seat($0) }
  print("couples", outcome.repeats, outcome.repeatsByRound, outcome.together, outcome.slowest)
}
