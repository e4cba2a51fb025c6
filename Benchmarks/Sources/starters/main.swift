// Rebuilds the catalogue of starters, or looks for a new one:
//   swift run -c release starters
//   swift run -c release starters GROUPS SIZE ROUNDS [MODULUS]
import Foundation

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
switch arguments.count {
case 0:
  for recipe in Recipe.all {
    guard let line = recipe.line(attempts: 5_000, limit: 100_000) else {
      print("no starter for \(recipe.groups) groups of \(recipe.size)")
      exit(1)
    }
    print(line)
  }
case 3, 4:
  let modulus = arguments.count == 4 ? arguments[3] : nil
  guard let (recipe, line) = explore(arguments[0], arguments[1], rounds: arguments[2], modulus: modulus)
  else {
    print("found none")
    exit(1)
  }
  print(recipe, line)
default:
  print("Name groups, size and rounds, and the modulus if it is known; or nothing, to rebuild the catalogue.")
  exit(64)
}

/// Tries every way to place the people on circles, with every symmetry, at first briefly.
func explore(_ groups: Int, _ size: Int, rounds: Int, modulus only: Int?) -> (Recipe, String)? {
  for (attempts, limit) in [(20, 20_000), (200, 100_000), (2_000, 300_000)] {
    for baseRounds in 1...3 {
      for total in stride(from: rounds + 1, through: rounds / 2, by: -1) where total % baseRounds == 0 {
        let modulus = total / baseRounds
        guard modulus > 2, only ?? modulus == modulus else { continue }
        for (factor, cycle) in symmetries(modulus: modulus, copies: groups * size / modulus) {
          let recipe = Recipe(
            groups, size, modulus: modulus, base: baseRounds, still: max(0, rounds - total), factor: factor,
            cycle: cycle)
          if let line = recipe.line(attempts: attempts, limit: limit) { return (recipe, line) }
        }
      }
    }
  }
  return nil
}

/// Multiplications and cycles of circles that come back to the start after a few steps.
func symmetries(modulus: Int, copies: Int) -> [(factor: Int, cycle: Int)] {
  (1...max(1, min(copies, 5))).flatMap { cycle in
    (1..<modulus).compactMap { factor in
      var power = factor
      for _ in 1...6 {
        if power == 1 { return (factor, cycle) }
        power = power * factor % modulus
      }
      return nil
    }
  }
}
