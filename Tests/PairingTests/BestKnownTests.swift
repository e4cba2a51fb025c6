import Foundation
import Pairing
import Testing

/// The table in `docs/planner.md` of rounds without a repeat, groups by size.
@Suite("The best known schedules")
struct BestKnownTests {
  struct Entry: CustomTestStringConvertible, Sendable {
    let groups, size, known, reached: Int
    var testDescription: String { "\(groups) groups of \(size): \(reached) of \(known) rounds" }
  }

  @Test(
    "Every entry of the table is reached by a live planner that is told the rounds and nothing else",
    arguments: try entries())
  func reached(entry: Entry) throws {
    var history = History()
    var template: Template?
    for round in 1...entry.reached {
      let seating = try seat(
        SeatingRequest(
          round: round, people: guests(entry.groups * entry.size),
          settings: GroupSettings(size: entry.size), history: history, seed: 1, roundsHint: entry.known,
          template: template))
      #expect(seating.groups.count == entry.groups)
      for group in seating.groups {
        for (place, one) in group.enumerated() {
          for other in group[(place + 1)...] { #expect(history.met(one, other) == 0, "round \(round)") }
        }
      }
      history.record(round: round, groups: seating.groups)
      template = seating.template
    }
  }

  @Test("The table has every entry for sizes two to six and up to twelve groups")
  func complete() throws {
    #expect(try Self.entries().count == 1 + 2 + 3 + 4 + 7 * 5)
  }

  private static func entries() throws -> [Entry] {
    let page = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/planner.md")
    let lines = try String(contentsOf: page, encoding: .utf8).split(separator: "\n")
    let table = lines.drop { !$0.hasPrefix("| groups | pairs") }.dropFirst(2).prefix { $0.hasPrefix("|") }
    return table.flatMap { line -> [Entry] in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false).dropFirst()
        .map { $0.trimmingCharacters(in: .whitespaces) }
      return (2...6).compactMap { size in
        let numbers = cells[size - 1].split { !$0.isNumber }.compactMap { Int($0) }
        guard let groups = Int(cells[0]), let reached = numbers.first else { return nil }
        return Entry(
          groups: groups, size: size, known: numbers.count > 1 ? numbers[1] : reached, reached: reached)
      }
    }
  }
}
