/// A host's word to everybody.
public struct Announcement: Hashable, Sendable {
  public var text: String
  /// The host's name.
  public var from: String

  public init(text: String, from: String) {
    self.text = text
    self.from = from
  }
}

extension Announcement {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(text: try json.required("text").string(), from: try json["from"]?.string() ?? "")
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("text", text)
    json.field("from", from)
  }
}
