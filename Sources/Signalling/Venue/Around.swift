public import Rounds

/// Who sits around the table that one sees on a screen, or whose screen one is: they have no connection of their own.
public struct Around: Hashable, Sendable {
  public var room: RoomID
  public var people: [Lobby.Card]

  public init(room: RoomID, people: [Lobby.Card]) {
    self.room = room
    self.people = people
  }
}

extension Around {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      room: try json.required("room").room(), people: try json.required("people").list(Lobby.Card.init))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("room", room)
    json.field("people", people)
  }
}
