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

extension Signal {
  init(_ json: JSONValue) throws(ProtocolError) {
    let content: Content
    switch (json.has("description"), json.has("candidate")) {
    case (true, false): content = .description(try json.required("description").object().text())
    case (false, true): content = .candidate(try json["candidate"]?.object().text())
    default:
      throw .malformed("A signal carries either description, an object, or candidate, an object or null.")
    }
    self.init(
      from: try json.required("from").person(), to: try json.required("to").person(),
      room: try json.required("room").room(),
      link: try json.required("link").integer(in: 0...Limits.linkNumber), content: content)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("from", from)
    json.field("to", to)
    json.field("room", room)
    json.field("link", link)
    switch content {
    case .description(let description): json.field("description", description)
    case .candidate(let candidate): json.field("candidate", candidate)
    }
  }
}
