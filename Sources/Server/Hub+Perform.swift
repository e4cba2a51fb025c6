import Journal
import Logging
import Pairing
import Rounds
import Signalling
import Transport

// The way of every change: decide, hand to the journal, tell, and set the clock for what comes next.
extension Hub {
  func perform(_ command: Command, in evening: Evening) throws(Refusal) {
    let now = clock.now
    var changes: [Change] = []
    var notices = Notices(seatHold: evening.gathering.policy.seatHold)
    try evening.gathering.perform(command, at: now) { change, gathering in
      changes.append(change)
      notices.note(change, in: gathering)
    }
    follow(changes, notices, now, evening)
  }

  func perform(_ arrival: Arrival, in evening: Evening) throws(Refusal) -> PersonID {
    try perform(.join(arrival), in: evening)
    return arrival.resuming ?? arrival.subject.flatMap { evening.gathering.person(subject: $0)?.id }
      ?? PersonID(rawValue: evening.gathering.people.count)
  }

  /// Makes happen what the clock has made due.
  private func settle(_ evening: Evening) {
    let now = clock.now
    var changes: [Change] = []
    var notices = Notices(seatHold: evening.gathering.policy.seatHold)
    evening.gathering.settle(at: now) { change, gathering in
      changes.append(change)
      notices.note(change, in: gathering)
    }
    follow(changes, notices, now, evening)
  }

  private func follow(_ changes: [Change], _ notices: Notices, _ now: Instant, _ evening: Evening) {
    keep(changes.map { .changed(evening.id, at: now, $0) })
    if !changes.isEmpty { tell(notices, evening) }
    plan(evening, now)
    setTimer(evening, now)
  }

  func keep(_ entries: [JournalEntry]) {
    if entries.isEmpty { return }
    let last = journal.append(entries) { result in
      Task { await self.noteDurable(result) }
    }
    outbox.wait(for: last)
  }

  private func noteDurable(_ result: Result<Int, JournalError>) {
    switch result {
    case .success(let last):
      outbox.isOpen = false
      metrics.journalFails = false
      outbox.release(upTo: last)
    case .failure(let error):
      if !metrics.journalFails {
        log.critical(
          "The journal cannot be written; evenings go on without it.", metadata: ["error": "\(error)"])
        for evening in evenings.values { warnLeaders(evening) }
      }
      metrics.journalFails = true
      outbox.isOpen = true
      outbox.release(upTo: 0)
    }
  }

  private func warnLeaders(_ evening: Evening) {
    let text =
      "The server cannot write its journal: a restart would lose what happens now. Tell whoever runs it."
    for leader in evening.leaders {
      send(.announcement(Announcement(text: text, from: "Tertulia")), to: leader)
    }
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
    for person in notices.removed { dismiss(person, .removed, evening) }
    if notices.hasEnded { end(evening) }
    if !notices.roster.isEmpty {
      tellRosterSoon(notices.roster, evening)
      tellLobbySoon(evening)
    } else if notices.phaseChanged {
      tellLobbySoon(evening)
    }
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
    guard let request = evening.gathering.seatingRequest(at: now), evening.planning != request.round else {
      return
    }
    evening.planning = request.round
    Task.detached {
      let result = Result { () throws(SeatingError) in try seat(request) }
      await self.finishPlanning(request.round, result, evening)
    }
  }

  private func finishPlanning(_ round: Int, _ result: Result<Seating, SeatingError>, _ evening: Evening) {
    evening.planning = nil
    do {
      try perform(.seat(round: round, result.get()), in: evening)
    } catch {
      log.error("A round could not be seated and was called off.", metadata: ["error": "\(error)"])
      let told = Announcement(text: "Round \(round) could not be seated: \(error)", from: "Tertulia")
      for leader in evening.leaders { send(.announcement(told), to: leader) }
      try? perform(.end, in: evening)
    }
  }

  func setTimer(_ evening: Evening, _ now: Instant) {
    evening.timer?.cancel()
    evening.timer = evening.gathering.nextDeadline(after: now).map { deadline in
      loop.after(milliseconds: Int(max(0, deadline - now))) { self.settle(evening) }
    }
  }
}
