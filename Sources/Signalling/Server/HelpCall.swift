public import Pairing
public import Rounds

/// A room wants a host, or no more.
public struct HelpCall: Hashable, Sendable {
  /// Nil if the person sits in none.
  public var room: RoomID?
  public var on: Bool
  public var from: PersonID

  public init(room: RoomID?, on: Bool, from: PersonID) {
    self.room = room
    self.on = on
    self.from = from
  }
}

extension HelpCall {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      room: try json["room"]?.room(), on: try json.required("on").bool(),
      from: try json.required("from").person())
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("room", room)
    json.field("on", on)
    json.field("from", from)
  }
}
