import Journal
import Logging
import Pairing
import Rounds
import Signalling
import Transport

// The way of every change: decide, hand to the journal, tell, and set the clock for what comes next.
extension Hub {
  func perform(_ command: Command, in evening: Evening) throws(Refusal) {
    try change(evening) { (gathering, now, each) throws(Refusal) in
      try gathering.perform(command, at: now, each: each)
    }
  }

  /// - Returns: who has arrived.
  func perform(_ arrival: Arrival, in evening: Evening) throws(Refusal) -> PersonID {
    try perform(.join(arrival), in: evening)
    if let table = arrival.table, let screen = evening.gathering.screen(of: table) { return screen }
    return arrival.resuming ?? arrival.subject.flatMap { evening.gathering.person(subject: $0)?.id }
      ?? PersonID(rawValue: evening.gathering.people.count)
  }

  private func change<Failure: Error>(
    _ evening: Evening,
    _ body: (inout Gathering, Instant, (Change, Gathering) -> Void) throws(Failure) -> Void
  ) throws(Failure) {
    let now = clock.now
    var changes: [Change] = []
    var notices = Notices()
    try body(&evening.gathering, now) { change, gathering in
      changes.append(change)
      notices.note(change, in: gathering)
    }
    if !changes.isEmpty {
      remember(changes, of: evening, at: now)
      tell(notices, evening)
    }
    plan(evening, now)
    setTimer(evening, now)
  }

  // MARK: Telling

  private func tell(_ notices: Notices, _ evening: Evening) {
    for (audience, message) in notices.messages {
      switch audience {
      case .person(let person):
        if let session = evening.sessions[person] { send(message, to: session) }
      case .leaders:
        for leader in evening.leaders { send(message, to: leader) }
      }
    }
    if notices.phaseChanged { tellEverybody(.phase(evening.gathering.phase), evening) }
    if notices.agendaChanged, let agenda = AgendaState(evening.gathering) {
      tellEverybody(.agenda(agenda), evening)
    }
    for person in notices.removed { dismiss(person, .removed, evening) }
    if notices.tablesChanged { tellTables(evening) }
    if notices.seatingChanged { tellSeatingSoon(evening) }
    if let round = notices.seated { tellOfSeats(in: round, evening) }
    if notices.hasEnded { end(evening) }
    if !notices.roster.isEmpty { tellRosterSoon(notices.roster, evening) }
    if !notices.roster.isEmpty || notices.phaseChanged { tellLobbySoon(evening) }
  }

  func tellLeaders(_ text: String, _ evening: Evening) {
    let message = ServerMessage.announcement(Announcement(text: text, from: "Tertulia"))
    for leader in evening.leaders { send(message, to: leader) }
  }

  func tellEverybody(_ message: ServerMessage, _ evening: Evening) {
    let frame = Frame(message.encode())
    for session in evening.sessions.values { outbox.send(frame, to: session.connection) }
    for session in evening.staff.values { outbox.send(frame, to: session.connection) }
  }

  private func dismiss(_ person: PersonID, _ code: CloseCode, _ evening: Evening) {
    guard let session = evening.sessions.removeValue(forKey: person) else { return }
    session.state = .over
    close(session, code)
  }

  private func end(_ evening: Evening) {
    for session in Array(evening.sessions.values) + evening.staff.values {
      session.state = .over
      // The answer to whoever closed the gathering still goes first.
      loop.after(milliseconds: 0) { self.close(session, .gatheringOver) }
    }
    evening.sessions = [:]
    evening.staff = [:]
    log.info("A gathering is over.", metadata: ["gathering": "\(evening.id)"])
  }

  // MARK: What comes by itself

  private func plan(_ evening: Evening, _ now: Instant) {
    guard let call = evening.gathering.callToSeat(at: now), evening.planning != call else { return }
    evening.planning = call
    let request = evening.gathering.seatingRequest(for: call)
    Task.detached {
      // What was laid down since the round was called may not fit it: the evening goes on, and the hosts hear of it.
      let (request, dropped) = request.withoutContradictions()
      let result = Result { () throws(SeatingError) in try seat(request) }
      await self.finishPlanning(call, result, dropped: dropped, evening)
    }
  }

  private func finishPlanning(
    _ call: Call, _ result: Result<Seating, SeatingError>, dropped: [SeatingError], _ evening: Evening
  ) {
    // A call that has changed meanwhile is being planned anew.
    guard evening.planning == call else { return }
    evening.planning = nil
    let gathering = evening.gathering
    func sentence(_ error: SeatingError) -> String {
      error.sentence { gathering[$0]?.name ?? $0.description }
    }
    for error in dropped {
      tellLeaders("Round \(call.number) is seated without a rule: \(sentence(error))", evening)
    }
    do {
      try perform(.seat(call, result.get()), in: evening)
    } catch let error as SeatingError {
      log.error("A round could not be seated and was called off.", metadata: ["error": "\(error)"])
      tellLeaders("Round \(call.number) could not be seated: \(sentence(error))", evening)
      try? perform(.end, in: evening)
    } catch {
      // The gathering was closed meanwhile.
    }
  }

  private func setTimer(_ evening: Evening, _ now: Instant) {
    evening.timer?.cancel()
    evening.timer = evening.gathering.nextDeadline(after: now).map { deadline in
      loop.after(milliseconds: Int(min(max(0, deadline - now), ServerLimits.longestTimer))) {
        self.change(evening) { gathering, now, each in gathering.settle(at: now, each: each) }
      }
    }
  }
}
