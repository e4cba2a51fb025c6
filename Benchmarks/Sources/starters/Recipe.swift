/// Which kind of search leads to a starter quickly: found by exploring, kept so that the catalogue can be rebuilt.
struct Recipe {
  let groups: Int
  let size: Int
  let modulus: Int
  let baseRounds: Int
  let stillRounds: Int
  let factor: Int
  let cycle: Int

  init(
    _ groups: Int, _ size: Int, modulus: Int, base: Int = 1, still: Int = 0, factor: Int = 1, cycle: Int = 1
  ) {
    self.groups = groups
    self.size = size
    self.modulus = modulus
    baseRounds = base
    stillRounds = still
    self.factor = factor
    self.cycle = cycle
  }

  var rounds: Int { modulus * baseRounds + stillRounds }

  func search() -> StarterSearch {
    let copies = groups * size / modulus
    return StarterSearch(
      size: size, modulus: modulus, copies: copies, fixed: groups * size - copies * modulus,
      baseRounds: baseRounds,
      stillRounds: stillRounds, factor: factor, cycle: cycle)
  }

  /// The line of the catalogue, or nil if the search came to nothing.
  func line(attempts: Int, limit: Int) -> String? {
    var search = search()
    guard search.isThinkable, let rounds = search.find(attempts: attempts, limit: limit, seed: 1) else {
      return nil
    }
    func text(_ rounds: ArraySlice<[[Int]]>) -> String {
      rounds.map { round in round.map { $0.map(String.init).joined(separator: ".") }.joined(separator: " ") }
        .joined(separator: "/")
    }
    return
      "\(groups) \(size) \(modulus)|\(text(rounds.prefix(stillRounds)))|\(text(rounds.dropFirst(stillRounds)))"
  }

  /// Everything in the catalogue.
  static let all = [
    Recipe(4, 4, modulus: 5), Recipe(5, 3, modulus: 7), Recipe(6, 3, modulus: 4, base: 2),
    Recipe(6, 4, modulus: 7, cycle: 3), Recipe(6, 5, modulus: 6), Recipe(6, 6, modulus: 3),
    Recipe(7, 3, modulus: 7, still: 3), Recipe(7, 4, modulus: 9, factor: 8), Recipe(8, 3, modulus: 11),
    Recipe(9, 3, modulus: 13), Recipe(9, 4, modulus: 11, cycle: 3), Recipe(10, 3, modulus: 14),
    Recipe(10, 4, modulus: 13, factor: 3), Recipe(10, 5, modulus: 9), Recipe(11, 3, modulus: 11, still: 5),
    Recipe(11, 4, modulus: 14, factor: 11, cycle: 3), Recipe(12, 3, modulus: 17),
    Recipe(12, 4, modulus: 15, cycle: 3), Recipe(13, 3, modulus: 19, factor: 7),
    Recipe(13, 4, modulus: 17, factor: 4), Recipe(14, 3, modulus: 20),
    Recipe(15, 4, modulus: 19, factor: 7, cycle: 3), Recipe(16, 3, modulus: 23, cycle: 2),
    Recipe(16, 4, modulus: 21, factor: 20), Recipe(17, 3, modulus: 25),
  ]
}
