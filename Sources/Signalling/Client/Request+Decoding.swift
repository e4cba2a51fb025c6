import Rounds

extension Request {
  /// Reads what a message of that type carries.
  ///
  /// - Throws: `unknown-type`, or what is wrong with a field.
  init(type: String, _ json: JSONValue) throws(ProtocolError) {
    switch type {
    case "join": self = .join(try Join(json))
    case "look": self = .look(try Join.Entry(json))
    case "signal": self = .signal(try Signal(json))
    case "chat": self = .chat(try Chat(json))
    case "wish":
      self = .wish(person: try json.required("person").person(), on: try json.required("on").bool())
    case "help": self = .help(on: try json.required("on").bool())
    case "block":
      self = .block(person: try json.required("person").person(), on: try json.required("on").bool())
    case "pass": self = .pass(on: try json.required("on").bool())
    case "quality": self = .quality(try json.required("level").word())
    case "mode": self = .mode(try json.required("mode").word())
    case "pair": self = .pair(try json.required("gathering").gathering())
    case "leave": self = .leave
    case "relink":
      self = .relink(
        room: try json.required("room").room(), person: try json.required("person").person(),
        link: try json.required("link").integer(in: 0...Limits.linkNumber))
    default: self = try Self.leading(type, json)
    }
  }

  /// The requests of those who run the evening.
  private static func leading(_ type: String, _ json: JSONValue) throws(ProtocolError) -> Request {
    switch type {
    case "round.start": return .roundStart(try RoundStart(json))
    case "rotate": return .rotate(delay: try json["inSeconds"]?.duration(inSeconds: Limits.inSeconds) ?? 0)
    case "round.extend": return .roundExtend(by: try shift(json.required("seconds")))
    case "round.pause": return .roundPause
    case "round.resume": return .roundResume
    case "round.end": return .roundEnd
    case "announce":
      let text = try json.required("text").lines(upTo: Limits.announcementCharacters, orEmpty: false)
      return .announce(text: text)
    case "person.move":
      if let other = try json["with"]?.person() {
        return .personMoveTogether(person: try json.required("person").person(), with: other)
      }
      return .personMove(
        person: try json.required("person").person(), room: try json["room"]?.room(),
        table: try json["table"]?.line(upTo: Limits.tableCharacters, orEmpty: false))
    case "person.remove": return .personRemove(person: try json.required("person").person())
    case "person.pass":
      return .personPass(
        person: try json.required("person").person(), on: try json["on"]?.bool() ?? true)
    case "help.done": return try helpDone(json)
    case "room.visit": return .roomVisit(try json.required("room").room())
    case "pair.keep": return try keep(json)
    case "roster": return .roster
    case "status": return .status
    case "agenda.set": return .agenda(.set(try Agenda(json.required("agenda"))))
    case "agenda.start": return .agenda(.start)
    case "agenda.next": return .agenda(.next)
    case "agenda.stop": return .agenda(.stop)
    case "gathering.create": return .gatheringCreate(try GatheringCreate(json))
    case "gathering.list": return .gatheringList
    case "gathering.close": return .gatheringClose
    case "gathering.purge": return .gatheringPurge
    case "guests.add": return .guestsAdd(try guests(json))
    case "link": return .link(try LinkRequest(json))
    default:
      if let request = try VenueRequest(type: type, json) { return .venue(request) }
      throw ProtocolError(.unknownType, "This protocol has no message of that type from a client.")
    }
  }

  private static func shift(_ seconds: JSONValue) throws(ProtocolError) -> Milliseconds {
    let length = try seconds.duration(inSeconds: Limits.extendSeconds)
    guard length != 0 else { throw .malformed("seconds must not be 0; negative shortens the round.") }
    return length
  }

  private static func helpDone(_ json: JSONValue) throws(ProtocolError) -> Request {
    let room = try json.required("room").room()
    if try json["on"]?.bool() ?? true { return .helpDone(room) }
    return .helpDone(room, reopening: try json.required("person").person())
  }

  private static func keep(_ json: JSONValue) throws(ProtocolError) -> Request {
    let people = try json.required("people").list { (id) throws(ProtocolError) in try id.person() }
    guard people.count == 2 else { throw .malformed("people must be the ids of two people.") }
    return .pairKeep(people[0], people[1], rule: try json["rule"]?.word())
  }

  private static func guests(_ json: JSONValue) throws(ProtocolError) -> [Guest] {
    var guests: [Guest] = []
    for row in try json.required("guests").array(upTo: Limits.guests) {
      guests.append(try Guest(row))
    }
    guard !guests.isEmpty else { throw .malformed("guests must name somebody.") }
    return guests
  }
}
