public import Rounds

/// A person's place in one round.
public struct Assignment: Hashable, Sendable {
  public struct Room: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case online
      /// People in the venue only, no media.
      case table
      /// A table's screen and its online guests.
      case bridge
    }

    public var id: RoomID
    public var kind: Kind
    /// The table's name, for `table` and `bridge`.
    public var table: String?

    public init(id: RoomID, kind: Kind = .online, table: String? = nil) {
      self.id = id
      self.kind = kind
      self.table = table
    }
  }

  public var round: Int
  /// Nil for somebody who waits or sits out.
  public var room: Room?
  public var peers: [Peer]
  /// Who sits around the table of a bridge, for those who are not among them.
  public var around: [Lobby.Card]
  public var startsAt: Instant
  public var endsAt: Instant
  /// Empty for none.
  public var prompt: String
  /// Without a room: why, in a sentence of the gathering's language.
  public var reason: String?
  /// With a room: what is unusual about it, in a sentence of the gathering's language.
  public var note: String?
  /// Who speaks when; nil for a free talk.
  public var turns: Turns?

  public init(
    round: Int, room: Room?, peers: [Peer], around: [Lobby.Card] = [], startsAt: Instant, endsAt: Instant,
    prompt: String = "",
    reason: String? = nil, note: String? = nil, turns: Turns? = nil
  ) {
    self.round = round
    self.room = room
    self.peers = peers
    self.around = around
    self.startsAt = startsAt
    self.endsAt = endsAt
    self.prompt = prompt
    self.reason = reason
    self.note = note
    self.turns = turns
  }
}

extension Assignment {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      round: try json.required("round").integer(), room: try json["room"].map(Room.init),
      peers: try json.required("peers").list(Peer.init),
      around: try json["around"]?.list(Lobby.Card.init) ?? [],
      startsAt: try json.required("startsAt").instant(),
      endsAt: try json.required("endsAt").instant(), prompt: try json["prompt"]?.string() ?? "",
      reason: try json["reason"]?.string(),
      note: try json["note"]?.string(), turns: try json["turns"].map(Turns.init))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("round", round)
    json.field("room", room)
    json.field("peers", peers)
    if !around.isEmpty { json.field("around", around) }
    json.field("startsAt", startsAt)
    json.field("endsAt", endsAt)
    json.field("prompt", prompt)
    json.optional("reason", reason)
    json.optional("note", note)
    json.optional("turns", turns)
  }
}

extension Assignment.Room.Kind: JSONWritable {}

extension Assignment.Room: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").room(), kind: try json.required("kind").word(),
      table: try json["table"]?.string())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("id", id)
    json.field("kind", kind)
    json.field("table", table)
    json.close()
  }
}
