import Foundation
import Rounds
import Signalling
import SwiftCSV

/// A guest list as organizers keep it: a CSV file with a row for each person.
struct GuestList {
  /// Guests that are sent to the server at once, so that a message stays small.
  static let chunk = 100

  private static let columns = ["name", "mode", "company", "role", "topics", "headline", "contact"]

  let guests: [Signalling.Guest]

  /// - Throws: `CommandFailure` that names the file and, for a bad row, its line.
  init(path: String) throws {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure("The guest list \(path) cannot be read.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw CommandFailure("The guest list \(path) is not in UTF-8: save it so in your spreadsheet.")
    }
    do throws(RowError) {
      guests = try Self.read(text)
    } catch {
      throw CommandFailure("\(path), line \(error.line): \(error.sentence)")
    }
  }

  struct RowError: Error, Equatable {
    let line: Int
    let sentence: String
  }

  static func read(_ text: String) throws(RowError) -> [Signalling.Guest] {
    var (guests, header, line) = ([Signalling.Guest](), [String]?.none, 1)
    for row in try rows(text) {
      defer { line += 1 + row.reduce(0) { $0 + $1.count(where: \.isNewline) } }
      guard let names = header else {
        header = try readHeader(row)
        continue
      }
      if row == [""] { continue }
      guard row.count == names.count else {
        throw RowError(
          line: line, sentence: "There are \(row.count) fields, where the first line names \(names.count).")
      }
      guests.append(try guest(Dictionary(zip(names, row)) { first, _ in first }, line))
    }
    if header == nil { _ = try readHeader([""]) }
    return guests
  }

  private static func rows(_ text: String) throws(RowError) -> [[String]] {
    do {
      // The reader drops an empty last field where no line break follows.
      let csv = try EnumeratedCSV(string: text + "\n", delimiter: .comma, loadColumns: false)
      nonisolated(unsafe) var rows: [[String]] = []
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0) }
      return rows
    } catch {
      throw RowError(line: 1, sentence: "This is not CSV: \(error).")
    }
  }

  private static func readHeader(_ row: [String]) throws(RowError) -> [String] {
    let names = row.map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
    if let unknown = names.first(where: { !columns.contains($0) }) {
      throw RowError(
        line: 1,
        sentence:
          "There is no column \"\(unknown)\": the first line names columns of \(columns.joined(separator: ", "))."
      )
    }
    guard names.contains("name") else { throw RowError(line: 1, sentence: "The column name is missing.") }
    return names
  }

  private static func guest(_ row: [String: String], _ line: Int) throws(RowError) -> Signalling.Guest {
    func field(_ column: String) -> String {
      (row[column] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }
    func check(_ column: String, _ text: String, most: Int) throws(RowError) {
      if text.unicodeScalars.count > most {
        throw RowError(line: line, sentence: "The \(column) has more than \(most) characters.")
      }
    }
    if field("name").isEmpty { throw RowError(line: line, sentence: "The name is empty.") }
    let mode = field("mode").isEmpty ? Mode.online : Mode(rawValue: field("mode").lowercased())
    guard let mode else {
      throw RowError(line: line, sentence: "\"\(field("mode"))\" is no mode: write online or venue.")
    }
    let topics = field("topics").split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
    try check("name", field("name"), most: Limits.nameCharacters)
    try check("headline", field("headline"), most: Limits.headlineCharacters)
    try check("company", field("company"), most: Limits.companyCharacters)
    try check("contact", field("contact"), most: Limits.contactCharacters)
    try check("role", field("role"), most: Limits.partCharacters)
    for topic in topics { try check("topic", topic, most: Limits.topicCharacters) }
    guard topics.count <= Limits.topics else {
      throw RowError(line: line, sentence: "There are \(topics.count) topics: \(Limits.topics) at most.")
    }
    return Signalling.Guest(
      name: field("name"), mode: mode,
      profile: Profile(headline: field("headline"), company: field("company"), topics: topics),
      part: field("role"), contact: field("contact"))
  }
}
