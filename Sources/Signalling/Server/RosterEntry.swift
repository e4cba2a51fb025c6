public import Pairing
public import Rounds

/// A person as hosts and organizers see them.
public struct RosterEntry: Hashable, Sendable {
  public var id: PersonID
  public var name: String
  public var mode: Mode
  public var presence: Reachability
  public var room: RoomID?
  /// The table of that room, if it is at one.
  public var table: String?
  /// Sits the coming rounds out.
  public var isPassing: Bool
  /// Present in a running round without a room.
  public var isWaiting: Bool

  /// As the person's page last measured it; nil until it has.
  public var quality: LineQuality?

  public init(
    id: PersonID, name: String, mode: Mode, presence: Reachability, room: RoomID? = nil, table: String? = nil,
    isPassing: Bool = false, isWaiting: Bool = false, quality: LineQuality? = nil
  ) {
    self.id = id
    self.name = name
    self.mode = mode
    self.presence = presence
    self.room = room
    self.table = table
    self.isPassing = isPassing
    self.isWaiting = isWaiting
    self.quality = quality
  }
}

extension RosterEntry: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").person(), name: try json.required("name").string(),
      mode: try json.required("mode").word(), presence: try json.required("presence").word(),
      room: try json["room"]?.room(), table: try json["table"]?.string(),
      isPassing: try json["passing"]?.bool() ?? false,
      isWaiting: try json["waiting"]?.bool() ?? false,
      quality: try json["quality"]?.word())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("id", id)
    json.field("name", name)
    json.field("mode", mode)
    json.field("presence", presence)
    json.field("room", room)
    json.optional("table", table)
    json.field("passing", isPassing)
    json.field("waiting", isWaiting)
    json.optional("quality", quality)
    json.close()
  }
}
