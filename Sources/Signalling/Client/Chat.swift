public import Pairing
public import Rounds

/// A line to the others in the room; the server relays it as it came.
public struct Chat: Hashable, Sendable {
  public var room: RoomID
  public var from: PersonID
  /// At most ``Limits/chatCharacters``.
  public var text: String

  public init(room: RoomID, from: PersonID, text: String) {
    self.room = room
    self.from = from
    self.text = text
  }
}

extension Chat {
  init(_ json: JSONValue) throws(ProtocolError) {
    let text = try json.required("text")
    self.init(
      room: try json.required("room").room(), from: try json.required("from").person(),
      text: try text.string().measured(text.path, Limits.chatCharacters))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("room", room)
    json.field("from", from)
    json.field("text", text)
  }
}
