public import Pairing

/// A guest who was added, and the link that lets exactly this one in.
public struct GuestLink: Hashable, Sendable {
  public var id: PersonID
  public var name: String
  public var link: String

  public init(id: PersonID, name: String, link: String) {
    self.id = id
    self.name = name
    self.link = link
  }
}

extension GuestLink: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").person(), name: try json.required("name").string(),
      link: try json.required("link").string())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("id", id)
    json.field("name", name)
    json.field("link", link)
    json.close()
  }
}
