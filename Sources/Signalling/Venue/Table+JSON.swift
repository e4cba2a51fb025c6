import Rounds

// A table as `table.add` and agendas give it.
extension Table: JSONWritable {
  /// - Parameter key: the field that holds the name.
  init(_ json: JSONValue, name key: String = "name") throws(ProtocolError) {
    self.init(
      name: try json.required(key).line(upTo: Limits.tableCharacters, orEmpty: false),
      seats: try json.required("seats").integer(in: Self.seatsRange),
      hasScreen: try json["screen"]?.bool() ?? false)
  }

  /// The tables of an agenda, each name once.
  static func list(_ json: JSONValue) throws(ProtocolError) -> [Table] {
    var tables: [Table] = []
    for entry in try json.array(upTo: most) {
      let table = try Table(try entry.object())
      if tables.contains(where: { $0.name == table.name }) {
        throw .malformed(
          "\(entry.path).name says \(table.name), as a table before it does: give each table a name of its own."
        )
      }
      tables.append(table)
    }
    return tables
  }

  func write(to json: inout JSONWriter) {
    json.open()
    writeFields(to: &json, name: "name")
    json.close()
  }

  func writeFields(to json: inout JSONWriter, name key: StaticString) {
    json.field(key, name)
    json.field("seats", seats)
    json.field("screen", hasScreen)
  }
}
