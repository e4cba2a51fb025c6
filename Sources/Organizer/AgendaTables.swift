import Foundation
import Rounds
import Server
import TOMLKit

/// Reads the venue of an agenda's file: `[[table]]` for each table, or `tables` with the name of a CSV file.
enum AgendaTables {
  /// - Returns: the tables in the protocol's words.
  /// - Throws: `FileError` for what is no table; what a table may say is the protocol's to judge.
  static func read(_ value: any TOMLValueConvertible, in file: TOMLFile) throws(FileError) -> [[String: Any]]
  {
    guard let array = value.array, array.allSatisfy({ $0.table != nil }) else {
      throw file.error(at: ["table"], "Each table begins with [[table]], in two pairs of brackets.")
    }
    var tables: [[String: Any]] = []
    for (number, entry) in array.enumerated() {
      guard let table = entry.table else { continue }
      var json: [String: Any] = [:]
      for key in table.keys {
        guard ["name", "seats", "screen"].contains(key), let value = table[key] else {
          throw file.error(
            at: ["table", "\(number)", key], "A table has no \(key): it has name, seats and screen.")
        }
        // Tables mostly bear numbers.
        json[key] =
          key == "name" ? value.int.map(String.init) ?? AgendaWords.plain(value) : AgendaWords.plain(value)
      }
      tables.append(json)
    }
    return tables
  }

  /// - Parameter path: of a CSV file with the columns name, seats and, if need be, screen.
  static func read(csv path: String) throws(FileError) -> [[String: Any]] {
    func error(_ sentence: String) -> FileError { FileError(file: path, sentence: sentence) }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else { throw error("The list of tables cannot be read as text in UTF-8.") }
    let csv: CSVTable
    do {
      csv = try CSVTable(text)
    } catch let fault {
      throw error(fault.description)
    }
    for column in ["name", "seats"] where !csv.columns.contains(column) {
      throw error("line 1: There is no column \(column): tables have name, seats and screen.")
    }
    var tables: [[String: Any]] = []
    var lines: [String: Int] = [:]
    for row in csv.rows {
      let name = row["name"]
      if let before = lines.updateValue(row.line, forKey: name) {
        throw error("line \(row.line): Table \(name) stands in line \(before) already: give it another name.")
      }
      guard !name.isEmpty, let seats = Int(row["seats"]), Table.seatsRange.contains(seats) else {
        throw error(
          "line \(row.line): A table needs a name, and seats from \(Table.seatsRange.lowerBound) to \(Table.seatsRange.upperBound)."
        )
      }
      guard let screen = screens[row["screen"].lowercased()] else {
        throw error("line \(row.line): screen has to be yes or no, and is \(row["screen"]).")
      }
      tables.append(["name": name, "seats": seats, "screen": screen])
    }
    return tables
  }

  private static let screens = [
    "yes": true, "true": true, "1": true, "sí": true, "si": true, "no": false, "false": false, "0": false,
    "": false,
  ]
}
