public import Rounds

/// Who sits where in the venue, for boards and those who lead.
public struct TableSeating: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    public var table: String
    /// Names of those around the table.
    public var people: [String]
    /// Names of those at home whom its screen shows.
    public var guests: [String]

    public init(table: String, people: [String], guests: [String]) {
      self.table = table
      self.people = people
      self.guests = guests
    }
  }

  public var round: Int
  public var startsAt: Instant
  public var tables: [Group]

  public init(round: Int, startsAt: Instant, tables: [Group]) {
    self.round = round
    self.startsAt = startsAt
    self.tables = tables
  }
}

extension TableSeating {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      round: try json.required("round").integer(), startsAt: try json.required("startsAt").instant(),
      tables: try json.required("tables").list(Group.init))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("round", round)
    json.field("startsAt", startsAt)
    json.field("tables", tables)
  }
}

extension TableSeating.Group: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    func names(_ field: String) throws(ProtocolError) -> [String] {
      try json.required(field).list { (name) throws(ProtocolError) in try name.string() }
    }
    self.init(
      table: try json.required("table").string(), people: try names("people"), guests: try names("guests"))
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("table", table)
    json.field("people", people)
    json.field("guests", guests)
    json.close()
  }
}
