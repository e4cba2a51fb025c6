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
