public import Rounds

extension ServerMessage {
  /// The message as a frame.
  public func encode() -> [UInt8] {
    var bytes: [UInt8] = []
    encode(into: &bytes)
    return bytes
  }

  /// Appends the message to `bytes`.
  ///
  /// Whoever writes thousands of them empties one buffer with `removeAll(keepingCapacity: true)` and uses it
  /// again; nothing is then allocated.
  public func encode(into bytes: inout [UInt8]) {
    JSONWriter.append(to: &bytes) { json in
      switch self {
      case .welcome(let welcome):
        json.open("welcome")
        welcome.writeFields(to: &json)
      case .phase(let phase):
        json.open("phase")
        json.field("phase", phase)
      case .assignment(let assignment):
        json.open("assignment")
        assignment.writeFields(to: &json)
      case .peer(let change):
        json.open("peer")
        change.writeFields(to: &json)
      case .signal(let signal):
        json.open("signal")
        signal.writeFields(to: &json)
      case .chat(let chat):
        json.open("chat")
        chat.writeFields(to: &json)
      case .match(let match):
        json.open("match")
        match.writeFields(to: &json)
      case .announcement(let announcement):
        json.open("announcement")
        announcement.writeFields(to: &json)
      case .ok(let answer):
        json.open("ok")
        answer.writeFields(to: &json)
      case .error(let error):
        json.open("error")
        error.writeFields(to: &json)
      case .rosterChange(let entries):
        json.open("roster.change")
        json.field("people", entries)
      case .help(let call):
        json.open("help")
        call.writeFields(to: &json)
      case .time(let answer):
        json.open("time")
        json.field("t0", answer.t0)
        json.field("now", answer.now)
      case .lobby(let lobby):
        json.open("lobby")
        lobby.writeFields(to: &json)
      case .agenda(let agenda):
        json.open("agenda")
        agenda.writeFields(to: &json)
      case .tables(let tables):
        json.open("tables")
        json.field("tables", tables)
      case .seating(let seating):
        json.open("seating")
        seating.writeFields(to: &json)
      case .around(let around):
        json.open("around")
        around.writeFields(to: &json)
      case .mode(let mode):
        json.open("mode")
        json.field("mode", mode)
      case .pass(let passing):
        json.open("pass")
        passing.writeFields(to: &json)
      case .paired(let paired):
        json.open("paired")
        paired.writeFields(to: &json)
      }
      json.close()
    }
  }

  /// Appends the answer to a request that ``Envelope`` took for `time`.
  ///
  /// - Parameter t0: the bytes of the number, where ``Envelope/t0`` found them.
  public static func encodeTime(t0: UnsafeRawBufferPointer, now: Instant, into bytes: inout [UInt8]) {
    JSONWriter.append(to: &bytes) { json in
      json.raw(#"{"type":"time","t0":"#)
      json.raw(t0)
      json.raw(#","now":"#)
      json.integer(now.milliseconds)
      json.close()
    }
  }
}
