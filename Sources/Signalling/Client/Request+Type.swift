extension Request {
  /// The message's `type` on the wire.
  public var type: String {
    switch self {
    case .join: "join"
    case .look: "look"
    case .signal: "signal"
    case .chat: "chat"
    case .wish: "wish"
    case .help: "help"
    case .block: "block"
    case .pass: "pass"
    case .quality: "quality"
    case .mode: "mode"
    case .pair: "pair"
    case .venue(let request): request.type
    case .leave: "leave"
    case .time: "time"
    case .relink: "relink"
    case .roundStart: "round.start"
    case .rotate: "rotate"
    case .roundExtend: "round.extend"
    case .roundPause: "round.pause"
    case .roundResume: "round.resume"
    case .roundEnd: "round.end"
    case .announce: "announce"
    case .personMove, .personMoveTogether: "person.move"
    case .personRemove: "person.remove"
    case .personPass: "person.pass"
    case .roomVisit: "room.visit"
    case .helpDone: "help.done"
    case .pairKeep: "pair.keep"
    case .roster: "roster"
    case .status: "status"
    case .agenda(let request): request.type
    case .gatheringCreate: "gathering.create"
    case .gatheringList: "gathering.list"
    case .gatheringClose: "gathering.close"
    case .gatheringPurge: "gathering.purge"
    case .guestsAdd: "guests.add"
    case .link: "link"
    }
  }

  /// Whether only those who run the evening may ask for it; see `Role.leads`.
  public var needsLead: Bool {
    switch self {
    case .join, .look, .signal, .chat, .wish, .help, .block, .pass, .quality, .leave, .time, .relink, .mode,
      .pair:
      false
    case .roundStart, .rotate, .roundExtend, .roundPause, .roundResume, .roundEnd, .announce, .personMove,
      .personMoveTogether, .personRemove, .personPass, .roomVisit, .helpDone, .venue, .pairKeep, .roster,
      .status, .agenda,
      .gatheringCreate, .gatheringList, .gatheringClose, .gatheringPurge, .guestsAdd, .link:
      true
    }
  }

  /// Whether only organizers may ask for it, because it reaches past the running evening.
  public var needsOrganizer: Bool {
    switch self {
    case .gatheringCreate, .gatheringList, .gatheringPurge, .guestsAdd, .link: true
    default: false
    }
  }
}
