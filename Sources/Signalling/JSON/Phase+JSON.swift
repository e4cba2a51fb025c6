import Rounds

extension Phase: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    let name = try json.required("name").string()
    guard let name = Name(rawValue: name) else {
      throw .malformed("phase.name must be one of lobby, round, break, ended.")
    }
    self.init(
      name: name, round: try json.required("round").integer(), startsAt: try json["startsAt"]?.instant(),
      endsAt: try json["endsAt"]?.instant(), pausedAt: try json["pausedAt"]?.instant(),
      lastRound: try json["rounds"]?.integer())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("name", name)
    json.field("round", round)
    json.field("startsAt", startsAt)
    json.field("endsAt", endsAt)
    json.field("paused", pausedAt != nil)
    json.field("pausedAt", pausedAt)
    json.field("rounds", lastRound)
    if !cues.isEmpty { json.field("cues", cues) }
    json.close()
  }
}
