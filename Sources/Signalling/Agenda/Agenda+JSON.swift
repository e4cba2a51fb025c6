public import Rounds

extension Agenda {
  /// Reads an agenda as `agenda.set` carries it.
  ///
  /// - Parameter text: one JSON object, UTF-8.
  /// - Throws: the first thing that is wrong; its sentence begins with where, as in `steps[2].lengthSeconds`.
  public init(json text: [UInt8]) throws(ProtocolError) {
    let agenda = text.withUnsafeBytes { bytes in
      Result { () throws(ProtocolError) in
        try JSONDocument.read(bytes) { (json) throws(ProtocolError) in try Agenda(json) }
      }
    }
    self = try agenda.get()
  }
}

extension Agenda: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    let json = try json.object()
    var steps: [AgendaStep] = []
    for step in try json.required("steps").array(upTo: Agenda.mostSteps) {
      steps.append(try AgendaStep(step))
    }
    guard !steps.isEmpty else {
      throw .malformed("An agenda needs a step: welcome, rounds, circle, break, coffee or farewell.")
    }
    self.init(
      title: try json["title"]?.line(upTo: Limits.titleCharacters, orEmpty: false),
      locale: try json["locale"]?.locale(), start: try json["start"]?.instant(),
      question: try json["question"]?.line(upTo: Limits.questionCharacters, orEmpty: false),
      tables: try json["tables"].map(Table.list),
      walk: try json["walkSeconds"]?.duration(inSeconds: Limits.walkSeconds), steps: steps)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.optional("title", title)
    json.optional("locale", locale)
    json.optional("start", start)
    json.optional("question", question)
    json.optional("tables", tables)
    json.optional("walkSeconds", walk.map(Seconds.init))
    json.field("steps", steps)
    json.close()
  }
}

extension AgendaStep.Kind: JSONWritable {}

extension AgendaStep: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    let json = try json.object()
    let kind = try json.required("kind").word(Kind.self)
    self.init(
      kind: kind, title: try json["title"]?.line(upTo: Limits.titleCharacters) ?? "",
      text: try json["text"]?.lines(upTo: Limits.announcementCharacters) ?? "",
      content: kind.isInRooms
        ? .rounds(try RoundSettings(json, usual: kind.usualSettings)) : .lobby(length: try Self.length(json)))
  }

  private static func length(_ json: JSONValue) throws(ProtocolError) -> Milliseconds? {
    for name in ["rounds", "people", "pairing", "turnSeconds", "prompt", "prompts"] where json[name] != nil {
      throw .malformed(
        "\(json.path).\(name) belongs to rounds, circle or coffee; a step in the lobby has none.")
    }
    return try json["lengthSeconds"]?.duration(inSeconds: Limits.lobbySeconds)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    writeFields(to: &json)
    json.close()
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("kind", kind)
    json.field("title", title)
    json.field("text", text)
    switch content {
    case .lobby(let length): json.optional("lengthSeconds", length.map(Seconds.init))
    case .rounds(let settings): settings.writeFields(to: &json)
    }
  }
}

extension AgendaStep.Kind {
  /// What a step of that kind is like where its agenda doesn't say.
  fileprivate var usualSettings: RoundSettings {
    switch self {
    case .circle: RoundSettings(people: 5, turn: 120_000)
    case .coffee: RoundSettings(length: 600_000, pairing: PairingRules(honoursWishesAgain: true))
    case .rounds, .welcome, .break, .farewell: RoundSettings()
    }
  }
}
