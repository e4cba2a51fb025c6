public import Rounds

/// A table of the venue as it stands, for those who lead and for boards.
public struct TableState: Hashable, Sendable {
  public var table: Table
  /// Whether a screen is there now.
  public var isConnected: Bool

  public init(_ table: Table, isConnected: Bool) {
    self.table = table
    self.isConnected = isConnected
  }
}

extension TableState: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(try Table(json), isConnected: try json.required("connected").bool())
    table.isOpen = try json.required("open").bool()
  }

  func write(to json: inout JSONWriter) {
    json.open()
    table.writeFields(to: &json, name: "name")
    json.field("open", table.isOpen)
    json.field("connected", isConnected)
    json.close()
  }
}
