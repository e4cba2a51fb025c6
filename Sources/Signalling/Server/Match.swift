public import Pairing

/// Both wished another coffee.
public struct Match: Hashable, Sendable {
  public var person: PersonID
  public var name: String
  /// Empty if the person gave none.
  public var contact: String

  public init(person: PersonID, name: String, contact: String) {
    self.person = person
    self.name = name
    self.contact = contact
  }
}

extension Match {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      person: try json.required("person").person(), name: try json.required("name").string(),
      contact: try json["contact"]?.string() ?? "")
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("person", person)
    json.field("name", name)
    json.field("contact", contact)
  }
}
