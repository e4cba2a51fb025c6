import Foundation
import Pairing

/// A plan in the three forms that it is printed in; the same plan gives the same bytes.
enum PlanPrintout {
  static func json(_ plan: PlanOfEvening) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(plan.document), as: UTF8.self)
  }

  /// One row for each person and round; table and group count from 1, an empty group is a sit-out.
  static func csv(_ plan: PlanOfEvening) -> String {
    var lines = ["round,group,table,id"]
    for round in plan.rounds {
      for (number, group) in round.groups.enumerated() {
        for person in group {
          lines.append(
            "\(round.round),\(number + 1),\(round.tables.map { "\($0[number])" } ?? ""),\(field(person))")
        }
      }
      for person in round.sittingOut ?? [] { lines.append("\(round.round),,,\(field(person))") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func text(_ plan: PlanOfEvening) -> String {
    var names: [String: String] = [:]
    for person in plan.start.people { names[person.id] = person.attributes["name"] ?? person.id }
    func name(_ id: String) -> String { names[id] ?? id }
    var lines: [String] = []
    for round in plan.rounds {
      lines.append("Round \(round.round)")
      for (number, group) in round.groups.enumerated() {
        let place = round.tables.map { "Table \($0[number])" } ?? "Group \(number + 1)"
        lines.append("  \(place): \(group.map(name).joined(separator: ", "))")
      }
      lines += remarks(round, plan.start).map { "  " + $0 }
    }
    lines += ["", "Report"] + report(plan).map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"

    func remarks(_ round: PlanDocument.Round, _ start: PlanEvening.Start) -> [String] {
      var sentences = (round.sittingOut ?? []).map {
        "\(name($0)) sits out: there is no seat that the head count, the tables and the hard rules allow."
      }
      if start.settings?.groupSize == 2, let trio = round.groups.first(where: { $0.count == 3 }) {
        sentences.append("\(trio.map(name).joined(separator: ", ")) are three, so that nobody is left alone.")
      }
      return sentences
    }
  }

  private static func report(_ plan: PlanOfEvening) -> [String] {
    let repeats = plan.reports.reduce(0) { $0 + $1.repeats }
    let least = plan.reports.reduce(0) { $0 + $1.repeatsAtLeast }
    let partners = plan.partners.values.map(\.count).sorted()
    let total = partners.reduce(0, +)
    let mean = partners.isEmpty ? 0 : total * 10 / partners.count
    return [
      "Seed: \(plan.start.seed ?? 1)",
      "Repeats: \(repeats), at least \(least) of them unavoidable in their rounds",
      "Partners met by each person: \(partners.first ?? 0) at least, \(mean / 10).\(mean % 10) in the mean",
      "Sit-outs: \(plan.rounds.reduce(0) { $0 + ($1.sittingOut?.count ?? 0) })",
      "Wishes granted: \(plan.reports.reduce(0) { $0 + $1.granted.count })",
      "Kept-together pairs parted: \(plan.reports.reduce(0) { $0 + $1.parted.count })",
    ]
  }

  /// Quoted where needed, and never a formula for a spreadsheet.
  private static func field(_ text: String) -> String {
    let safe = text.first.map { "=+-@".contains($0) } == true ? "'" + text : text
    guard safe.contains(where: { ",\"\n\r".contains($0) }) else { return safe }
    return "\"" + safe.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }
}
