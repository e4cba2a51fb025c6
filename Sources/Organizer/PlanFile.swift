import Foundation
import SwiftCSV

/// Reads a guest list for a plan: CSV with a row for each person, or JSON as the first line of a stream.
enum PlanFile {
  /// - Throws: ``PlanError`` that names the file, and for a bad row its number.
  static func read(path: String) throws -> PlanEvening.Start {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PlanError("The guest list \(path) can't be read.")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw PlanError("The guest list \(path) is not in UTF-8; save it so in your spreadsheet.")
    }
    let isJSON = text.first { !$0.isWhitespace } == "{"
    do {
      return isJSON ? try JSONDecoder().decode(PlanEvening.Start.self, from: data) : try start(fromCSV: text)
    } catch let error as DecodingError {
      throw PlanError("\(path): \(error.sentence)")
    } catch let error as PlanError {
      throw PlanError("\(path): \(error)")
    }
  }

  /// Other names that a column may have for an attribute.
  private static let attributes = ["company": "org", "organization": "org", "part": "role", "mode": "site"]

  static func start(fromCSV text: String) throws -> PlanEvening.Start {
    var rows: [[String]] = []
    do {
      // The reader drops an empty last field where no line break follows.
      rows = try EnumeratedCSV(string: text + "\n", delimiter: .comma, loadColumns: false).allRows()
    } catch {
      throw PlanError("this is not CSV: \(error)")
    }
    guard rows != [[""]],
      let header = rows.first?.map({ $0.trimmingCharacters(in: .whitespaces).lowercased() })
    else {
      throw PlanError("the list is empty; its first line should name the columns.")
    }
    guard header.contains("name") || header.contains("id") else {
      throw PlanError("the first line names no column “name” or “id”.")
    }
    var people: [PlanDocument.Person] = []
    for (number, row) in rows.enumerated().dropFirst() where row != [""] && !row.isEmpty {
      guard row.count == header.count else {
        throw PlanError(
          "row \(number + 1) has \(row.count) fields, where the first line names \(header.count).")
      }
      let fields = Dictionary(zip(header, row.map { $0.trimmingCharacters(in: .whitespaces) })) { first, _ in
        first
      }
      guard let id = [fields["id"], fields["name"]].compactMap({ $0 }).first(where: { !$0.isEmpty }) else {
        throw PlanError("row \(number + 1) has neither id nor name.")
      }
      var person = PlanDocument.Person(id: id)
      person.topics = (fields["topics"] ?? "").split(separator: ";")
        .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      for (column, value) in fields where !["id", "topics"].contains(column) && !value.isEmpty {
        person.attributes[attributes[column] ?? column] = value
      }
      people.append(person)
    }
    return PlanEvening.Start(people: people)
  }
}

extension EnumeratedCSV {
  fileprivate func allRows() throws -> [[String]] {
    nonisolated(unsafe) var rows: [[String]] = []
    try enumerateAsArray(startAt: 0, rowLimit: nil) { rows.append($0) }
    return rows
  }
}
