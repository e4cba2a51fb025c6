public import Rounds

/// Whom a link is wanted for.
public struct LinkRequest: Hashable, Sendable {
  public var role: Role
  public var name: String?
  /// The table's name; always there for the role `table`.
  public var table: String?
  public var subject: String?

  public init(role: Role, name: String? = nil, table: String? = nil, subject: String? = nil) {
    self.role = role
    self.name = name
    self.table = table
    self.subject = subject
  }
}

extension LinkRequest {
  init(_ json: JSONValue) throws(ProtocolError) {
    let role: Role = try json.required("role").word()
    let table = try json["table"]?.line(upTo: Limits.tableCharacters, orEmpty: false)
    guard role != .table || table != nil else {
      throw .malformed("table is missing; a link for the role table names its table.")
    }
    self.init(
      role: role, name: try json["name"]?.line(upTo: Limits.nameCharacters, orEmpty: false), table: table,
      subject: try json["sub"]?.plain(upTo: Limits.subjectCharacters))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("role", role)
    json.optional("name", name)
    json.optional("table", table)
    json.optional("sub", subject)
  }
}
