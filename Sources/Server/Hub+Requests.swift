import Pairing
import Rounds
import Signalling

// What people, hosts and organizers ask for, each request answered once.
extension Hub {
  func carryOut(_ message: ClientMessage, _ session: Session) throws(ProtocolError) {
    switch message.request {
    case .join(let join): return try self.join(join, session, re: message.id)
    case .look(let entry) where session.isNew: return try look(entry, session, re: message.id)
    case .pair(let gathering) where session.isNew: return try showCode(gathering, session, re: message.id)
    default: break
    }
    let body: Answer.Body?
    do throws(ProtocolError) {
      switch session.state {
      case .person(let person, let evening):
        if message.request.needsLead {
          throw ProtocolError(.forbidden, "Only hosts and organizers may ask for \(message.request.type).")
        }
        body = try carryOut(message.request, person, evening, session, re: message.id)
      case .staff(let staff):
        body = try carryOut(message, staff, session)
      case .new, .verifying, .unpaired:
        throw Self.joinFirst(re: nil)
      case .over:
        return
      }
    } catch {
      throw ProtocolError(error.code, error.message, re: message.id)
    }
    if let re = message.id, let body { send(.ok(Answer(re: re, body)), to: session) }
  }

  // MARK: People

  private func carryOut(
    _ request: Request, _ person: PersonID, _ evening: Evening, _ session: Session, re: String?
  ) throws(ProtocolError) -> Answer.Body? {
    switch request {
    case .wish(let other, let on): try order(.wish(person, of: other, on), evening)
    case .help(let on): try order(.help(person, on), evening)
    case .block(let other, let on): try order(.block(person, other, on), evening)
    case .pass(let on): try order(.pass(person, on), evening)
    case .relink(let room, let peer, let link): try relink(person, room, peer, link, evening, session)
    case .quality(let level):
      guard evening.qualities.updateValue(level, forKey: person) != level else { break }
      tellRosterSoon([person], evening)
    case .mode(let mode): try changeMode(of: person, mode, evening)
    case .leave:
      try leave(person, evening)
      goodbye(session, re: re)
      return nil
    case .time(let t0): send(.time(TimeAnswer(t0: t0, now: clock.now)), to: session)
    default: throw Self.unsupported(request)
    }
    return .empty
  }

  private func leave(_ person: PersonID, _ evening: Evening) throws(ProtocolError) {
    // Without a session nothing of what follows from the leaving is sent to whoever leaves.
    evening.sessions[person] = nil
    try order(.leave(person), evening)
  }

  private func goodbye(_ session: Session, re: String?) {
    if let re { send(.ok(Answer(re: re)), to: session) }
    outbox.close(session.connection, code: 1000, reason: "left")
    detach(session)
  }

  private func relink(
    _ person: PersonID, _ room: RoomID, _ peer: PersonID, _ link: Int, _ evening: Evening, _ session: Session
  ) throws(ProtocolError) {
    let now = clock.now
    if let last = session.lastRelinks[peer], now - last < ServerLimits.relinkInterval {
      throw ProtocolError(.rateLimited, "Wait a second before you ask for another link to \(peer).")
    }
    session.lastRelinks[peer] = now
    let current = evening.gathering.room(room).map { $0.link(Pair(person, peer)) }
    try order(.relink(person, room, peer: peer, link: link), evening)
    if current != link, let room = evening.gathering.room(room) {
      // The other side was first: whoever asked only has to hear of the present link.
      let peer = Peer(peer, of: person, in: room, evening.gathering)
      send(.peer(PeerChange(room: room.id, change: .relinked, peer: peer)), to: session)
    }
  }

  // MARK: Hosts and organizers

  private func carryOut(_ message: ClientMessage, _ staff: Staff, _ session: Session) throws(ProtocolError)
    -> Answer.Body?
  {
    switch message.request {
    case .time(let t0):
      send(.time(TimeAnswer(t0: t0, now: clock.now)), to: session)
      return .empty
    case .leave:
      goodbye(session, re: message.id)
      return nil
    case let request where !request.needsLead:
      throw ProtocolError(.forbidden, "Only people who take part may ask for \(request.type).")
    case let request where !staff.role.leads:
      throw ProtocolError(.forbidden, "Only hosts and organizers may ask for \(request.type).")
    case let request where request.needsOrganizer && staff.role != .organizer:
      throw ProtocolError(.forbidden, "Only organizers may ask for \(request.type).")
    case .gatheringPurge:
      try purge(evening(of: message, staff))
      return .empty
    case .gatheringCreate, .gatheringList, .guestsAdd, .link:
      return try organize(message, staff, session)
    case .roomVisit(let room):
      return try visit(room, evening(of: message, staff), staff, session, re: message.id)
    case .venue(let request):
      return try carryOut(request, evening(of: message, staff), session, re: message.id)
    default:
      return try lead(message.request, staff, evening(of: message, staff))
    }
  }

  /// The gathering that a request is about: the token's, or the one that an organizer of all names.
  func evening(of message: ClientMessage, _ staff: Staff) throws(ProtocolError) -> Evening {
    if let own = staff.evening {
      if let named = message.gathering, named != own.id {
        throw ProtocolError(.forbidden, "Your token is for \(own.id), not for \(named).")
      }
      return own
    }
    guard let id = message.gathering else {
      throw ProtocolError(.malformed, "Say which gathering: add the field gathering.")
    }
    return try evening(id, re: nil)
  }

  private func lead(_ request: Request, _ staff: Staff, _ evening: Evening) throws(ProtocolError)
    -> Answer.Body
  {
    switch request {
    case .roundStart(let start): try order(.start(start.settings, inside: start.delay), evening)
    case .rotate(let delay): try order(.rotate(inside: delay), evening)
    case .roundExtend(let length): try order(.extend(length), evening)
    case .roundPause: try order(.pause, evening)
    case .roundResume: try order(.resume, evening)
    case .roundEnd: try order(.end, evening)
    case .helpDone(let room, nil): try order(.helpDone(room), evening)
    case .helpDone(let room, let caller?): try order(.helpNotDone(room, by: caller), evening)
    case .personRemove(let person): try order(.remove(person), evening)
    case .personMoveTogether(let person, let other): try order(.moveTogether(person, other), evening)
    case .personPass(let person, let on): try order(.takeOut(person, on), evening)
    case .personMove(let person, nil, let table?): try order(.moveToTable(person, table), evening)
    case .personMove(let person, let room, _): try order(.move(person, room), evening)
    case .pairKeep(let one, let other, let rule): try order(.keep(one, other, rule), evening)
    case .agenda(.set(let agenda)): try order(.setAgenda(agenda), evening)
    case .agenda(.start): try order(.startAgenda, evening)
    case .agenda(.next): try order(.nextStep, evening)
    case .agenda(.stop): try order(.stopAgenda, evening)
    case .announce(let text):
      tellEverybody(.announcement(Announcement(text: text, from: staff.name)), evening)
      return .empty
    case .roster: return .roster(roster(evening))
    case .status: return .status(status(evening))
    case .gatheringClose: try order(.close, evening)
    default: throw Self.unsupported(request)
    }
    return .phase(evening.gathering.phase)
  }

  func order(_ command: Command, _ evening: Evening) throws(ProtocolError) {
    do {
      try perform(command, in: evening)
    } catch {
      throw ProtocolError(error, re: nil)
    }
  }

  private static func unsupported(_ request: Request) -> ProtocolError {
    ProtocolError(.unsupported, "\(request.type) cannot be asked for yet.")
  }

  private func roster(_ evening: Evening) -> Roster {
    let gathering = evening.gathering
    return Roster(
      people: gathering.people.filter { !$0.isScreen }.map(evening.entry), phase: gathering.phase,
      present: evening.present)
  }

  private func status(_ evening: Evening) -> Status {
    let gathering = evening.gathering
    let rooms = gathering.running?.rooms.filter { !$0.people.isEmpty } ?? []
    return Status(
      gathering: GatheringInfo(gathering), phase: gathering.phase, present: evening.present,
      people: gathering.people.count { !$0.isScreen },
      rooms: rooms.map { .init(room: $0.id, people: $0.people) },
      waiting: gathering.running?.waiting.count ?? 0, tables: tables(evening), agenda: AgendaState(gathering))
  }
}
