public import Rounds

/// What became of somebody else in the room.
public struct PeerChange: Hashable, Sendable {
  public enum Change: String, Sendable, CaseIterable {
    case joined, left
    /// The connection is gone, the seat is kept.
    case lost
    case back
    /// The two start from a new connection.
    case relinked
  }

  public var room: RoomID
  public var change: Change
  public var peer: Peer
  /// With `lost`: how long the seat is kept.
  public var holdSeconds: Int?

  public init(room: RoomID, change: Change, peer: Peer, holdSeconds: Int? = nil) {
    self.room = room
    self.change = change
    self.peer = peer
    self.holdSeconds = holdSeconds
  }
}

extension PeerChange.Change: JSONWritable {}

extension PeerChange {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      room: try json.required("room").room(), change: try json.required("change").word(),
      peer: try Peer(json.required("peer")), holdSeconds: try json["holdSeconds"]?.integer())
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("room", room)
    json.field("change", change)
    json.field("peer", peer)
    json.optional("holdSeconds", holdSeconds)
  }
}
