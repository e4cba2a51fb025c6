public import Pairing
public import Rounds

/// What those who lead want of the venue.
public enum VenueRequest: Hashable, Sendable {
  case addTable(Table)
  case openTable(String, Bool)
  /// The screen that shows that code is the table's.
  case pairScreen(code: String, table: String)
  /// Whether somebody without a page is there.
  case checkIn(PersonID, on: Bool)
  /// The check-in was a mistake: the person is still expected.
  case checkInTakenBack(PersonID)
  /// Somebody on no list who stands at the door.
  case walkIn(name: String)
  case mode(PersonID, Mode)
}

extension VenueRequest {
  var type: String {
    switch self {
    case .addTable: "table.add"
    case .openTable(_, true): "table.open"
    case .openTable(_, false): "table.close"
    case .pairScreen: "screen.pair"
    case .checkIn, .checkInTakenBack: "person.checkin"
    case .walkIn: "person.add"
    case .mode: "person.mode"
    }
  }

  /// Nil for a type that is none of these.
  init?(type: String, _ json: JSONValue) throws(ProtocolError) {
    switch type {
    case "table.add": self = .addTable(try Table(json, name: "table"))
    case "table.open": self = .openTable(try Self.table(json), true)
    case "table.close": self = .openTable(try Self.table(json), false)
    case "screen.pair":
      let code = try json.required("code").line(upTo: Limits.codeCharacters, orEmpty: false)
      self = .pairScreen(
        code: code.uppercased().filter { !$0.isWhitespace && $0 != "-" }, table: try Self.table(json))
    case "person.checkin":
      let person = try json.required("person").person()
      let on = try json["on"]?.bool() ?? true
      let isExpected = try json["expected"]?.bool() ?? false
      self = !on && isExpected ? .checkInTakenBack(person) : .checkIn(person, on: on)
    case "person.add":
      self = .walkIn(name: try json.required("name").line(upTo: Limits.nameCharacters, orEmpty: false))
    case "person.mode": self = .mode(try json.required("person").person(), try json.required("mode").word())
    default: return nil
    }
  }

  private static func table(_ json: JSONValue) throws(ProtocolError) -> String {
    try json.required("table").line(upTo: Limits.tableCharacters, orEmpty: false)
  }

  func writeFields(to json: inout JSONWriter) {
    switch self {
    case .addTable(let table): table.writeFields(to: &json, name: "table")
    case .openTable(let table, _): json.field("table", table)
    case .pairScreen(let code, let table):
      json.field("code", code)
      json.field("table", table)
    case .checkIn(let person, let on):
      json.field("person", person)
      json.field("on", on)
    case .checkInTakenBack(let person):
      json.field("person", person)
      json.field("on", false)
      json.field("expected", true)
    case .walkIn(let name): json.field("name", name)
    case .mode(let person, let mode):
      json.field("person", person)
      json.field("mode", mode)
    }
  }
}
