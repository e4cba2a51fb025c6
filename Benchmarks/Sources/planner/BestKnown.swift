import Pairing

/// Rounds without a repeat against the best known, for the groups and sizes that gatherings have.
enum BestKnown {
  /// Groups → size → rounds (OEIS A107431 up to seven groups of four; the others as last published).
  private static let rounds: [Int: [Int: Int]] = [
    2: [2: 3], 3: [2: 5, 3: 4], 4: [2: 7, 3: 4, 4: 5], 5: [2: 9, 3: 7, 4: 5, 5: 6],
    6: [2: 11, 3: 8, 4: 7, 5: 6, 6: 3], 7: [2: 13, 3: 10, 4: 9, 5: 7, 6: 7],
    8: [2: 15, 3: 11, 4: 10, 5: 8, 6: 8], 9: [2: 17, 3: 13, 4: 11, 5: 9, 6: 9],
    10: [2: 19, 3: 14, 4: 13, 5: 9, 6: 7], 11: [2: 21, 3: 16, 4: 14, 5: 11, 6: 11],
    12: [2: 23, 3: 17, 4: 15, 5: 12, 6: 13],
  ]

  static func print() throws {
    Swift.print("| groups | pairs | threes | fours | fives | sixes |")
    Swift.print("| --- | --- | --- | --- | --- | --- |")
    for groups in rounds.keys.sorted() {
      var cells: [String] = []
      for size in 2...6 {
        guard let known = rounds[groups]?[size] else {
          cells.append("")
          continue
        }
        let outcome = try Evening(groups * size, size, known).run(seed: 1) { try seat($0) }
        let reached = outcome.repeatsByRound.firstIndex { $0 > 0 } ?? known
        cells.append(reached == known ? "\(known)" : "\(reached) of \(known), \(outcome.repeats) repeats")
      }
      Swift.print("| \(groups) | \(cells.joined(separator: " | ")) |")
    }
  }
}
