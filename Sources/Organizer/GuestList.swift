import Rounds
import Signalling

/// A guest list as organizers keep it: a CSV file with a row for each person.
struct GuestList {
  /// Guests that are sent to the server at once, so that a message stays small.
  static let chunk = 100

  private static let columns = ["name", "mode", "company", "role", "topics", "headline", "contact"]

  let guests: [Signalling.Guest]

  /// - Throws: `CommandFailure` that names the file and, for a bad row, its line.
  init(path: String) throws {
    let text = try readGuestList(path: path)
    do throws(CSVTable.Fault) {
      guests = try Self.read(text)
    } catch {
      throw CommandFailure("\(path), \(error)")
    }
  }

  static func read(_ text: String) throws(CSVTable.Fault) -> [Signalling.Guest] {
    let table = try CSVTable(text)
    if let unknown = table.columns.first(where: { !columns.contains($0) }) {
      let known = columns.joined(separator: ", ")
      throw CSVTable.Fault(
        line: 1, sentence: "There is no column \"\(unknown)\": the first line names columns of \(known).")
    }
    guard table.columns.contains("name") else {
      throw CSVTable.Fault(line: 1, sentence: "The column name is missing.")
    }
    var guests: [Signalling.Guest] = []
    for row in table.rows { guests.append(try guest(row)) }
    return guests
  }

  private static func guest(_ row: CSVTable.Row) throws(CSVTable.Fault) -> Signalling.Guest {
    func fault(_ sentence: String) -> CSVTable.Fault { CSVTable.Fault(line: row.line, sentence: sentence) }
    func check(_ column: String, _ text: String, most: Int) throws(CSVTable.Fault) {
      if text.unicodeScalars.count > most { throw fault("The \(column) has more than \(most) characters.") }
    }
    if row["name"].isEmpty { throw fault("The name is empty.") }
    guard let mode = row["mode"].isEmpty ? .online : Mode(rawValue: row["mode"].lowercased()) else {
      throw fault("\"\(row["mode"])\" is no mode: write online or venue.")
    }
    try check("name", row["name"], most: Limits.nameCharacters)
    try check("headline", row["headline"], most: Limits.headlineCharacters)
    try check("company", row["company"], most: Limits.companyCharacters)
    try check("contact", row["contact"], most: Limits.contactCharacters)
    try check("role", row["role"], most: Limits.partCharacters)
    let topics = row.list("topics")
    for topic in topics { try check("topic", topic, most: Limits.topicCharacters) }
    guard topics.count <= Limits.topics else {
      throw fault("There are \(topics.count) topics: \(Limits.topics) at most.")
    }
    return Signalling.Guest(
      name: row["name"], mode: mode,
      profile: Profile(headline: row["headline"], company: row["company"], topics: topics), part: row["role"],
      contact: row["contact"])
  }
}
