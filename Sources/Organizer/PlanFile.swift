import Foundation

/// Reads a guest list for a plan: CSV with a row for each person, or JSON as the first line of a stream.
enum PlanFile {
  /// - Throws: `CommandFailure` that names the file, and for a bad row its line.
  static func read(path: String) throws -> PlanEvening.Start {
    let text = try readGuestList(path: path)
    do {
      return text.first { !$0.isWhitespace } == "{"
        ? try JSONDecoder().decode(PlanEvening.Start.self, from: Data(text.utf8)) : try start(fromCSV: text)
    } catch let error as DecodingError {
      throw CommandFailure("\(path): \(error.sentence)")
    } catch let error as CSVTable.Fault {
      throw CommandFailure("\(path), \(error)")
    }
  }

  /// Other names that a column may have for an attribute.
  private static let attributes = ["company": "org", "organization": "org", "part": "role", "mode": "site"]

  static func start(fromCSV text: String) throws(CSVTable.Fault) -> PlanEvening.Start {
    let table = try CSVTable(text)
    guard table.columns.contains("name") || table.columns.contains("id") else {
      throw CSVTable.Fault(line: 1, sentence: "The first line has to name a column name or id.")
    }
    var people: [PlanDocument.Person] = []
    for row in table.rows {
      guard let id = [row["id"], row["name"]].first(where: { !$0.isEmpty }) else {
        throw CSVTable.Fault(line: row.line, sentence: "There is neither an id nor a name.")
      }
      var person = PlanDocument.Person(id: id)
      person.topics = row.list("topics")
      for column in table.columns where !["id", "topics"].contains(column) && !row[column].isEmpty {
        person.attributes[attributes[column] ?? column] = row[column]
      }
      people.append(person)
    }
    return PlanEvening.Start(people: people)
  }
}
