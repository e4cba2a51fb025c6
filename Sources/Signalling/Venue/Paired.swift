/// A screen that showed a code learns whose it is.
public struct Paired: Hashable, Sendable {
  /// The table's link for this device, to join with.
  public var token: String
  public var table: String

  public init(token: String, table: String) {
    self.token = token
    self.table = table
  }
}

extension Paired {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(token: try json.required("token").string(), table: try json.required("table").string())
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("token", token)
    json.field("table", table)
  }
}
