import Foundation
import SwiftCSV

/// A CSV file whose first line names the columns, read so that whatever is wrong can be named by its line.
struct CSVTable {
  struct Row {
    /// Counts from 1, as editors do; a row that spans lines begins at this one.
    let line: Int
    private let fields: [String: String]

    fileprivate init(line: Int, fields: [String: String]) {
      self.line = line
      self.fields = fields
    }

    /// The trimmed field of a column; empty if there is no such column.
    subscript(column: String) -> String { fields[column] ?? "" }

    /// What is separated by semicolons.
    func list(_ column: String) -> [String] {
      self[column].split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
        !$0.isEmpty
      }
    }
  }

  struct Fault: Error, Equatable, CustomStringConvertible {
    let line: Int
    let sentence: String

    var description: String { "line \(line): \(sentence)" }
  }

  /// In lower case.
  let columns: [String]
  let rows: [Row]

  init(_ text: String) throws(Fault) {
    var (columns, rows, line) = ([String]?.none, [Row](), 1)
    for record in try Self.records(text) {
      defer { line += 1 + record.reduce(0) { $0 + $1.count(where: \.isNewline) } }
      let fields = record.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      guard let names = columns else {
        columns = fields.map { $0.lowercased() }
        continue
      }
      if record == [""] { continue }
      guard fields.count == names.count else {
        throw Fault(
          line: line, sentence: "There are \(fields.count) fields, where the first line names \(names.count)."
        )
      }
      rows.append(Row(line: line, fields: Dictionary(zip(names, fields)) { first, _ in first }))
    }
    self.columns = columns ?? []
    self.rows = rows
  }

  private static func records(_ text: String) throws(Fault) -> [[String]] {
    do {
      // The reader drops an empty last field where no line break follows.
      let csv = try EnumeratedCSV(string: text + "\n", delimiter: .comma, loadColumns: false)
      nonisolated(unsafe) var records: [[String]] = []
      try csv.enumerateAsArray(startAt: 0, rowLimit: nil) { records.append($0) }
      return records
    } catch {
      throw Fault(line: 1, sentence: "This is not CSV: \(error).")
    }
  }
}

/// Reads a guest list's text, whatever its format.
///
/// - Throws: `CommandFailure` that names the file.
func readGuestList(path: String) throws -> String {
  guard let data = FileManager.default.contents(atPath: path) else {
    throw CommandFailure("The guest list \(path) cannot be read.")
  }
  guard let text = String(data: data, encoding: .utf8) else {
    throw CommandFailure("The guest list \(path) is not in UTF-8: save it so in your spreadsheet.")
  }
  return text
}
