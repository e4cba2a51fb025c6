import Access
import Pairing
import Rounds
import Signalling
import Transport

// From the first message to the welcome, and back out.
extension Hub {
  func join(_ join: Join, _ session: Session, re: String?) throws(ProtocolError) {
    guard case .new = session.state else {
      throw ProtocolError(.conflict, "You have joined already.", re: re)
    }
    switch join.entry {
    case .open(let id):
      let evening = try evening(id, re: re)
      let person = join.resume.flatMap { personResuming($0, evening) }
      guard evening.gathering.isOpen || person != nil else {
        throw refusing(
          session,
          ProtocolError(.unauthorized, "This gathering is by invitation: open your own link.", re: re))
      }
      try admit(join, subject: nil, name: join.name, resuming: person, to: evening, session, re: re)
    case .token(let token):
      identify(token, session, re: re) { (hub, claims) throws(ProtocolError) in
        try hub.admit(join, claims, session, re: re)
      }
    }
  }

  /// Looks at a token off the loop, while frames of that connection wait their turn.
  ///
  /// - Parameter body: called with what the token says; a bad one ends the connection.
  func identify(
    _ token: String, _ session: Session, re: String?,
    _ body: @escaping @Sendable (isolated Hub, TokenClaims) throws(ProtocolError) -> Void
  ) {
    session.state = .verifying(kept: [])
    let now = clock.now.date
    Task {
      let claims: Result<TokenClaims, AccessError>
      do throws(AccessError) {
        claims = .success(try await keys.tokens.verify(token, now: now))
      } catch {
        claims = .failure(error)
      }
      guard case .verifying(let kept) = session.state else { return }
      session.state = .new
      do throws(ProtocolError) {
        switch claims {
        case .success(let claims): try body(self, claims)
        case .failure(let error):
          throw refusing(session, ProtocolError(.unauthorized, error.description, re: re))
        }
      } catch {
        answer(session, error)
      }
      for frame in kept { frame.withUnsafeBytes { take($0, session) } }
    }
  }

  private func admit(_ join: Join, _ claims: TokenClaims, _ session: Session, re: String?)
    throws(ProtocolError)
  {
    guard let role = Role(rawValue: claims.role) else {
      throw refusing(
        session, ProtocolError(.unauthorized, "This link's role is none that Tertulia knows.", re: re))
    }
    if role == .organizer, claims.gathering == "*" {
      return admit(role, named: claims.name ?? join.name, to: nil, session, re: re)
    }
    guard let id = GatheringID(claims.gathering) else {
      throw refusing(session, ProtocolError(.unauthorized, "This link names no valid gathering.", re: re))
    }
    let evening = try evening(id, re: re)
    if role == .table {
      guard let table = claims.table else {
        throw refusing(
          session, ProtocolError(.unauthorized, "This link names no table: ask for another one.", re: re))
      }
      return try admit(
        join, subject: nil, name: nil, resuming: nil, table: table, to: evening, session, re: re)
    }
    guard role == .participant else {
      return admit(role, named: claims.name ?? join.name, to: evening, session, re: re)
    }
    try admit(
      join, subject: claims.subject, name: claims.name ?? join.name,
      resuming: claims.subject == nil ? join.resume.flatMap { personResuming($0, evening) } : nil,
      to: evening, session, re: re)
  }

  /// The person of a resume secret; nil leaves whoever shows it to join as anybody else.
  private func personResuming(_ secret: String, _ evening: Evening) -> PersonID? {
    keys.resume.person(of: secret, gathering: evening.id.description).flatMap { PersonID($0) }
      .flatMap { evening.gathering[$0] == nil ? nil : $0 }
  }

  private func admit(
    _ join: Join, subject: String?, name: String?, resuming: PersonID?, table: String? = nil,
    to evening: Evening, _ session: Session,
    re: String?
  ) throws(ProtocolError) {
    if evening.gathering.hasEnded { return turnAway(session, re: re) }
    // A field that is left empty takes nothing away from what the guest list says.
    let known = subject.flatMap { evening.gathering.person(subject: $0)?.profile } ?? Profile()
    let arrival = Arrival(
      resuming: resuming, subject: subject, name: name, mode: join.mode,
      profile: join.profile.map { known.completed(by: $0) },
      contact: join.contact.flatMap { $0.isEmpty ? nil : $0 }, table: table, links: join.links ?? [:])
    let person: PersonID
    do {
      person = try perform(arrival, in: evening)
    } catch {
      throw refusing(session, ProtocolError(error, re: re))
    }
    if table != nil { session.connection.watchClosely() }
    if let old = evening.sessions.updateValue(session, forKey: person) {
      old.state = .over
      close(old, .joinedElsewhere)
      if let table {
        tellLeaders(
          "The screen of table \(table) is on another device now; the one before shows nothing.", evening)
      }
    }
    session.state = .person(person, evening)
    welcome(person, evening, session)
    if let subject { showIn(person, subject: subject, evening) }
    if let re { send(.ok(Answer(re: re)), to: session) }
  }

  private func admit(_ role: Role, named name: String?, to evening: Evening?, _ session: Session, re: String?)
  {
    if let evening, evening.gathering.hasEnded { return turnAway(session, re: re) }
    let number = evening?.nextStaffNumber() ?? 1
    let staff = Staff(
      id: "\(role.rawValue.first ?? "s")\(number)", role: role, name: name ?? Self.unnamed(role),
      evening: evening)
    session.state = .staff(staff)
    evening?.staff[ObjectIdentifier(session)] = session
    send(
      .welcome(
        Welcome(
          you: .init(id: staff.id, name: staff.name, role: role, mode: .online, profile: Profile()),
          gathering: evening.map { GatheringInfo($0.gathering) }, phase: evening?.gathering.phase,
          resume: nil,
          now: clock.now,
          iceServers: settings.ice.servers(for: staff.id, turn: keys.turn, now: clock.now.date))),
      to: session)
    if let evening, let agenda = AgendaState(evening.gathering) { send(.agenda(agenda), to: session) }
    if let evening, role == .board {
      send(.lobby(Lobby(evening.gathering, present: evening.present)), to: session)
    }
    if let evening, role.leads || role == .board { tellVenue(evening, session) }
    if let evening, role.leads { tellCalls(evening, session) }
    if let re { send(.ok(Answer(re: re)), to: session) }
  }

  /// The calls for help that came before this host did.
  private func tellCalls(_ evening: Evening, _ session: Session) {
    for (room, person) in evening.gathering.helpCalls.sorted(by: { $0.key.number < $1.key.number }) {
      send(.help(HelpCall(room: room, on: true, from: person)), to: session)
    }
  }

  private static func unnamed(_ role: Role) -> String {
    switch role {
    case .participant: "Guest"
    case .host: "Host"
    case .board: "Board"
    case .table: "Table"
    case .organizer: "Organizer"
    }
  }

  private func welcome(_ id: PersonID, _ evening: Evening, _ session: Session) {
    let gathering = evening.gathering
    guard let person = gathering[id] else { return }
    send(
      .welcome(
        Welcome(
          you: .init(
            id: id.description, name: person.name, role: person.isScreen ? .table : .participant,
            mode: person.mode,
            profile: person.profile),
          gathering: GatheringInfo(gathering), phase: gathering.phase,
          resume: keys.resume.secret(gathering: gathering.id.description, person: id.description),
          now: clock.now,
          iceServers: settings.ice.servers(for: id.description, turn: keys.turn, now: clock.now.date))),
      to: session)
    for round in [gathering.running, gathering.coming?.round] {
      if let round { send(.assignment(Assignment(of: id, in: round, gathering)), to: session) }
    }
    // Also where they don't sit out: a host may have brought them back while they were away.
    if !person.isScreen { send(.pass(Passing(person)), to: session) }
    if let agenda = AgendaState(gathering) { send(.agenda(agenda), to: session) }
    for other in gathering.matches(of: id) {
      send(.match(Match(person: other.id, name: other.name, contact: other.contact)), to: session)
    }
    if gathering.running == nil { send(.lobby(Lobby(gathering, present: evening.present)), to: session) }
  }

  private func turnAway(_ session: Session, re: String?) {
    answer(session, ProtocolError(.conflict, "This gathering is over.", re: re))
    session.state = .over
    close(session, .gatheringOver)
  }

  /// Ends the connection with 1008 after the error that is returned has been sent.
  private func refusing(_ session: Session, _ error: ProtocolError) -> ProtocolError {
    loop.after(milliseconds: 0) { self.close(session, .refused) }
    session.state = .over
    return error
  }

  func evening(_ id: GatheringID, re: String?) throws(ProtocolError) -> Evening {
    guard let evening = evenings[id] else {
      throw ProtocolError(.notFound, "There is no gathering \(id) on this server: check the link.", re: re)
    }
    return evening
  }

  /// The connection went, or its person left.
  func detach(_ session: Session) {
    switch session.state {
    case .person(let person, let evening) where evening.sessions[person] === session:
      evening.sessions[person] = nil
      evening.qualities[person] = nil
      // Only an ended gathering refuses this, and then nobody minds.
      try? perform(.disconnect(person), in: evening)
    case .staff(let staff):
      staff.evening?.staff[ObjectIdentifier(session)] = nil
    case .unpaired(let code, let evening):
      evening.unpaired[code] = nil
    case .new, .verifying, .person, .over:
      break
    }
    session.state = .over
  }
}
