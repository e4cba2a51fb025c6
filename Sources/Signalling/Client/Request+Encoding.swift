import Rounds

extension Request {
  /// Writes what stands beside `type`, `id` and `gathering`.
  func writeFields(to json: inout JSONWriter) {
    switch self {
    case .join(let join): join.writeFields(to: &json)
    case .look(let entry): entry.writeFields(to: &json)
    case .signal(let signal): signal.writeFields(to: &json)
    case .chat(let chat): chat.writeFields(to: &json)
    case .wish(let person, let on), .block(let person, let on), .personPass(let person, let on):
      json.field("person", person)
      json.field("on", on)
    case .quality(let level): json.field("level", level)
    case .roomVisit(let room): json.field("room", room)
    case .helpDone(let room, let caller):
      json.field("room", room)
      if let caller {
        json.field("on", false)
        json.field("person", caller)
      }
    case .mode(let mode): json.field("mode", mode)
    case .venue(let request): request.writeFields(to: &json)
    case .help(let on), .pass(let on): json.field("on", on)
    case .time(let t0): json.field("t0", t0)
    case .relink(let room, let person, let link):
      json.field("room", room)
      json.field("person", person)
      json.field("link", link)
    case .roundStart(let start): start.writeFields(to: &json)
    case .rotate(let delay): json.field("inSeconds", Seconds(delay))
    case .roundExtend(let length): json.field("seconds", Seconds(length))
    case .announce(let text): json.field("text", text)
    case .personMove(let person, let room, let table):
      json.field("person", person)
      json.field("room", room)
      json.optional("table", table)
    case .personMoveTogether(let person, let other):
      json.field("person", person)
      json.field("with", other)
    case .personRemove(let person): json.field("person", person)
    case .pairKeep(let one, let other, let rule):
      json.field("people", [one, other])
      json.field("rule", rule)
    case .agenda(.set(let agenda)): json.field("agenda", agenda)
    case .gatheringCreate(let gathering): gathering.writeFields(to: &json)
    case .guestsAdd(let guests): json.field("guests", guests)
    case .link(let link): link.writeFields(to: &json)
    case .leave, .pair, .roundPause, .roundResume, .roundEnd, .roster, .status, .agenda, .gatheringList,
      .gatheringClose, .gatheringPurge:
      break
    }
  }
}

/// A duration as the wire has it: `90` or `1.5`.
struct Seconds: JSONWritable {
  private let length: Milliseconds

  init(_ length: Milliseconds) { self.length = length }

  func write(to json: inout JSONWriter) {
    if length < 0 { json.raw("-") }
    let (seconds, rest) = length.magnitude.quotientAndRemainder(dividingBy: 1_000)
    json.integer(Int64(seconds))
    guard rest > 0 else { return }
    json.raw(rest < 10 ? ".00" : rest < 100 ? ".0" : ".")
    json.integer(Int64(rest))
  }
}
