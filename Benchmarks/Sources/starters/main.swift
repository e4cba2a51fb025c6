import Foundation

// Rebuilds the catalogue of starters: swift run -c release starters [GROUPS SIZE ROUNDS]…
let known: [(Int, Int, Int)] = [
  (4, 4, 5), (5, 3, 7), (6, 3, 8), (7, 3, 10), (8, 3, 11), (9, 3, 13), (10, 3, 14), (11, 3, 16), (12, 3, 17),
  (13, 3, 19), (14, 3, 20), (15, 3, 22), (16, 3, 23), (6, 4, 7), (7, 4, 9), (9, 4, 11), (10, 4, 13), (11, 4, 14),
  (12, 4, 15), (8, 4, 10), (6, 5, 6), (10, 5, 9), (12, 5, 12), (10, 6, 7), (12, 6, 13), (6, 6, 3), (13, 4, 17), (14, 4, 18), (15, 4, 19), (16, 4, 21),
]
let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let targets = arguments.count == 3 ? [(arguments[0], arguments[1], arguments[2])] : known

/// Multiplications and cycles of circles that come back to the start after a few steps.
func symmetries(modulus: Int, copies: Int) -> [(Int, Int)] {
  var all: [(Int, Int)] = []
  for cycle in 1...max(1, min(copies, 5)) {
    for factor in 1..<modulus {
      var power = factor
      var order = 1
      while power != 1 && order <= 6 && power != 0 {
        power = power * factor % modulus
        order += 1
      }
      if power == 1 { all.append((factor, cycle)) }
    }
  }
  return all
}

for (groups, size, rounds) in targets {
  let people = groups * size
  var found = false
  search: for (attempts, limit) in [(20, 20_000), (200, 100_000), (2_000, 300_000)] {
    for baseRounds in 1...3 {
      for total in stride(from: rounds + 1, through: rounds / 2, by: -1) where total % baseRounds == 0 {
        let modulus = total / baseRounds
        guard modulus > 2 else { continue }
        for copies in stride(from: people / modulus, through: 1, by: -1) {
          let fixed = people - copies * modulus
          for (factor, cycle) in symmetries(modulus: modulus, copies: copies) {
            var search = StarterSearch(
              size: size, modulus: modulus, copies: copies, fixed: fixed, baseRounds: baseRounds,
              stillRounds: max(0, rounds - total), factor: factor, cycle: cycle)
            guard search.isThinkable else { continue }
            if let base = search.find(attempts: attempts, limit: limit, seed: 1) {
              print(
                "(\(groups), \(size), \(max(total, rounds))): modulus \(modulus) copies \(copies) fixed \(fixed)",
                "still \(search.stillRounds) factor \(factor) cycle \(cycle) \(base)")
              found = true
              break search
            }
          }
        }
      }
    }
  }
  fflush(nil)
  if !found { print("(\(groups), \(size), \(rounds)): none") }
}
