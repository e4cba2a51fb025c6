public import Pairing
public import Rounds

/// One step of connecting two browsers; the server relays it as it came.
public struct Signal: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    /// An offer or answer.
    case description(JSONText)
    /// Nil after the last one.
    case candidate(JSONText?)
  }

  public var from: PersonID
  public var to: PersonID
  public var room: RoomID
  public var link: Int
  public var content: Content

  public init(from: PersonID, to: PersonID, room: RoomID, link: Int, content: Content) {
    self.from = from
    self.to = to
    self.room = room
    self.link = link
    self.content = content
  }
}
