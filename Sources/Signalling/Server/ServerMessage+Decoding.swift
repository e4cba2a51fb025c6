import Rounds

extension ServerMessage {
  /// Reads a frame from the server, as the command line and tests do.
  ///
  /// - Throws: `malformed`, or `unknown-type` for a message of a newer server, which a client ignores.
  public static func decode(_ frame: UnsafeRawBufferPointer) throws(ProtocolError) -> ServerMessage {
    let sight = try Sight.strict(frame)
    return try JSONDocument.read(frame) { (json) throws(ProtocolError) in
      switch try json.required("type").string() {
      case "welcome": return .welcome(try Welcome(json))
      case "phase": return .phase(try Phase(json.required("phase")))
      case "assignment": return .assignment(try Assignment(json))
      case "peer": return .peer(try PeerChange(json))
      case "signal": return .signal(try Signal(json))
      case "chat": return .chat(try Chat(json))
      case "match": return .match(try Match(json))
      case "announcement": return .announcement(try Announcement(json))
      case "ok": return .ok(try Answer(json))
      case "error": return .error(try ProtocolError(json))
      case "roster.change": return .rosterChange(try json.required("people").list(RosterEntry.init))
      case "help": return .help(try HelpCall(json))
      case "time":
        return .time(TimeAnswer(t0: try JSONNumber(sight, frame), now: try json.required("now").instant()))
      case "lobby": return .lobby(try Lobby(json))
      case "agenda": return .agenda(try AgendaState(json))
      case "tables": return .tables(try json.required("tables").list(TableState.init))
      case "seating": return .seating(try TableSeating(json))
      case "around": return .around(try Around(json))
      case "mode": return .mode(try json.required("mode").word())
      case "pass": return .pass(try Passing(json))
      case "paired": return .paired(try Paired(json))
      default: throw ProtocolError(.unknownType, "This protocol has no message of that type from a server.")
      }
    }
  }
}
