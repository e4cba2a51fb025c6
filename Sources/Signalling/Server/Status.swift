public import Pairing
public import Rounds

/// Where a gathering stands, in numbers and rooms.
public struct Status: Hashable, Sendable {
  public struct Room: Hashable, Sendable {
    public var room: RoomID
    public var people: [PersonID]

    public init(room: RoomID, people: [PersonID]) {
      self.room = room
      self.people = people
    }
  }

  public var gathering: GatheringInfo
  public var phase: Phase
  public var present: Int
  /// Everybody on the list, present or not.
  public var people: Int
  public var rooms: [Room]
  /// Present in a running round without a room.
  public var waiting: Int
  /// Of the venue; empty without one.
  public var tables: [TableState]
  /// Nil if there is none.
  public var agenda: AgendaState?

  public init(
    gathering: GatheringInfo, phase: Phase, present: Int, people: Int, rooms: [Room], waiting: Int,
    tables: [TableState] = [], agenda: AgendaState? = nil
  ) {
    self.gathering = gathering
    self.phase = phase
    self.present = present
    self.people = people
    self.rooms = rooms
    self.waiting = waiting
    self.tables = tables
    self.agenda = agenda
  }
}

extension Status {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      gathering: try GatheringInfo(json.required("gathering")), phase: try Phase(json.required("phase")),
      present: try json.required("present").integer(), people: try json.required("people").integer(),
      rooms: try json.required("rooms").list(Room.init), waiting: try json.required("waiting").integer(),
      tables: try json["tables"]?.list(TableState.init) ?? [],
      agenda: try json["agenda"].map(AgendaState.init))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("gathering", gathering)
    json.field("phase", phase)
    json.field("present", present)
    json.field("people", people)
    json.field("rooms", rooms)
    json.field("waiting", waiting)
    if !tables.isEmpty { json.field("tables", tables) }
    json.optional("agenda", agenda)
  }
}

extension Status.Room: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      room: try json.required("room").room(),
      people: try json.required("people").list { (id) throws(ProtocolError) in try id.person() })
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("room", room)
    json.field("people", people)
    json.close()
  }
}
