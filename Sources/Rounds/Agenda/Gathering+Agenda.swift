import Pairing

// The scripted evening: it calls rounds as somebody at a button would, and whoever is at one may press it any time.
extension Gathering {
  func setAgenda(_ agenda: Agenda) throws(Refusal) -> [Change] {
    if let step = script?.step {
      throw Refusal(.conflict, "The agenda is in step \(step + 1): stop it before you set another.")
    }
    return [.scripted(agenda)]
  }

  func startAgenda(at now: Instant) throws(Refusal) -> [Change] {
    let script = try scripted()
    guard case .ready = script.place else {
      throw Refusal(
        .conflict, script.step.map { "The agenda is in step \($0 + 1) already." } ?? "The agenda is over.")
    }
    return advance(at: now, now: now)
  }

  func nextStep(at now: Instant) throws(Refusal) -> [Change] {
    let script = try scripted()
    switch script.place {
    case .ready: return try startAgenda(at: now)
    case .over: throw Refusal(.conflict, "The agenda is over: nothing comes next.")
    case .lobby(_, let interlude) where now - interlude.startsAt < Self.doublePress:
      throw justBegun(script)
    case .lobby, .rounds: break
    }
    if let running, running.step == script.step, now - running.startsAt < Self.doublePress {
      throw justBegun(script)
    }
    if case .seated(let round) = coming {
      throw Refusal(.conflict, "Round \(round.number) is on its way already.")
    }
    let called: [Change] = coming == nil ? [] : [.uncalled]
    guard let running else { return called + advance(at: now, now: now) }
    if script.next.flatMap({ script.agenda.steps[$0].rounds }) != nil {
      return called + [.rescheduled(endsAt: now)] + advance(at: now, now: now)
    }
    return called + [.ended(round: running.number)] + advance(at: now, now: now)
  }

  func stopAgenda() throws(Refusal) -> [Change] {
    guard try scripted().step != nil || isWaitingToStart else {
      throw Refusal(.conflict, "The agenda is not running.")
    }
    return (coming?.step == nil ? [] : [.uncalled]) + [.agendaStopped]
  }

  private var isWaitingToStart: Bool {
    if case .ready(.some) = script?.place { true } else { false }
  }

  private func scripted() throws(Refusal) -> Script {
    guard let script else {
      throw Refusal(.conflict, "The gathering has no agenda: set one first.")
    }
    return script
  }

  private func justBegun(_ script: Script) -> Refusal {
    Refusal(.conflict, "Step \((script.step ?? 0) + 1) of the agenda has only just begun.")
  }

  /// What of the agenda is due while no round runs and none is called.
  func agendaDue(at now: Instant) -> [Change]? {
    guard let script else { return nil }
    switch script.place {
    case .ready(let start):
      guard let start, now >= start else { return nil }
      return advance(at: start, now: now)
    case .rounds:
      return advance(at: now, now: now)
    case .lobby(_, let interlude):
      guard let endsAt = interlude.endsAt, interlude.pausedAt == nil else { return nil }
      if let next = script.next, let settings = script.agenda.steps[next].rounds {
        // Called as soon as its start is known, so that people hear when it begins.
        return [.called(call(roundNumber + 1, settings, startsAt: max(endsAt, now), step: next, at: now))]
      }
      return now >= endsAt ? advance(at: endsAt, now: now) : nil
    case .over:
      return nil
    }
  }

  /// The call of the next step's first round right after the running one; nil unless the agenda says so.
  func stepAfter(_ round: Round, at now: Instant) -> Call? {
    guard let script, round.step != nil, round.step == script.step, let next = script.next,
      let settings = script.agenda.steps[next].rounds
    else { return nil }
    return call(round.number + 1, settings, startsAt: round.endsAt, step: next, at: now)
  }

  /// The beginning of the next step.
  ///
  /// - Parameter instant: when it was to begin; a delay moves what follows by the delay itself.
  func advance(at instant: Instant, now: Instant) -> [Change] {
    guard let script, let next = script.next else { return [.agendaEnded] }
    let begins = now - instant > Self.tolerance ? now : instant
    switch script.agenda.steps[next].content {
    case .lobby(let length):
      return [.stepped(step: next, endsAt: length.map { begins + $0 })]
    case .rounds(let settings):
      return [.called(call(roundNumber + 1, settings, startsAt: max(begins, now), step: next, at: now))]
    }
  }
}
