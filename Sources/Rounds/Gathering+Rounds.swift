import Pairing

// When rounds begin and end.
extension Gathering {
  /// A second button pressed at the same moment is taken for the same wish.
  static let doublePress: Milliseconds = 1_000
  /// A timer that is late by less moves nothing; a server that was down for longer moves what it missed.
  static let tolerance: Milliseconds = 2_000

  /// Those who are here and want a seat.
  var willing: [Person] { people.filter { isHere($0) && !$0.isPassing && !$0.isScreen } }

  /// How long before a round its seating is decided: the handover, or the time to walk to a table.
  var lead: Milliseconds {
    tables.isEmpty ? policy.handover : max(policy.handover, script?.agenda.walk ?? 0)
  }

  func start(_ settings: RoundSettings, inside delay: Milliseconds, at now: Instant) throws(Refusal)
    -> [Change]
  {
    if let running {
      throw Refusal(.conflict, "Round \(running.number) is running: rotate it, or end it first.")
    }
    var changes: [Change] = []
    if let coming {
      // What the agenda called for later gives way to whoever leads, and comes after.
      guard case .called(let call) = coming, call.step != nil else {
        throw Refusal(.conflict, "Round \(coming.number) has been called already.")
      }
      changes = [.uncalled]
    }
    if delay <= lead, willing.count < 2 {
      throw Refusal(.conflict, "A round needs two people; \(willing.count) who would sit are here.")
    }
    let call = call(roundNumber + 1, settings, startsAt: now + delay, at: now)
    do throws(SeatingError) {
      try seatingRequest(for: call).check()
    } catch {
      throw Refusal(.conflict, error.sentence { self[$0]?.name ?? $0.description })
    }
    return changes + [.called(call)]
  }

  func rotate(inside delay: Milliseconds, at now: Instant) throws(Refusal) -> [Change] {
    let round = try ticking()
    if let coming { throw Refusal(.conflict, "Round \(coming.number) is on its way already.") }
    if round.isRotation, now - round.startsAt < Self.doublePress {
      throw Refusal(.conflict, "Round \(round.number) has only just begun.")
    }
    let following = self.following(round, startsAt: now + delay, at: now)
    return [.rescheduled(endsAt: now + delay), .called(following)]
  }

  /// The call of the round after `round`, with the same settings.
  func following(_ round: Round, startsAt: Instant, at now: Instant) -> Call {
    call(
      round.number + 1, round.settings.following, startsAt: startsAt,
      lastRound: max(round.lastRound, round.number + 1), step: round.step, at: now)
  }

  /// - Parameter lastRound: as many rounds as the settings say, if nil.
  func call(
    _ number: Int, _ settings: RoundSettings, startsAt: Instant, lastRound: Int? = nil, step: Int? = nil,
    at now: Instant
  ) -> Call {
    Call(
      number: number, settings: settings, startsAt: startsAt, seatAt: max(now, startsAt + -lead),
      lastRound: lastRound ?? number + settings.rounds - 1, isRotation: running != nil, step: step)
  }

  func extend(by length: Milliseconds, at now: Instant) throws(Refusal) -> [Change] {
    guard let timed = timed else { throw noRound }
    let endsAt = timed.endsAt + length
    let clock = timed.pausedAt ?? now
    guard endsAt > clock else {
      throw Refusal(
        .conflict,
        "Only \(max(0, timed.endsAt - clock) / 1000) seconds are left: end it, or shorten it by less.")
    }
    guard endsAt - clock <= RoundSettings.lengthRange.upperBound else {
      throw Refusal(.conflict, "Three hours are the most: extend it by less.")
    }
    return [.rescheduled(endsAt: endsAt)]
  }

  func pause() throws(Refusal) -> [Change] {
    guard let timed else { throw noRound }
    guard timed.pausedAt == nil else { throw standsStill }
    return [.paused]
  }

  func resume() throws(Refusal) -> [Change] {
    guard let timed else { throw noRound }
    guard timed.pausedAt != nil else { throw Refusal(.conflict, "The clock is running.") }
    return [.resumed]
  }

  func end(at now: Instant) throws(Refusal) -> [Change] {
    guard running != nil || coming != nil else { throw noRound }
    let ended: [Change] =
      (coming == nil ? [] : [.uncalled]) + (running.map { [.ended(round: $0.number)] } ?? [])
    // Whoever ends a round of the agenda wants the lobby: the agenda waits there to be told to go on.
    guard running?.step != nil || coming?.step != nil else { return ended }
    return ended + [script?.step.map { .stepped(step: $0, endsAt: nil) } ?? .agendaStopped]
  }

  /// What has an end that can be moved: the running round, or a break of the agenda.
  private var timed: (endsAt: Instant, pausedAt: Instant?)? {
    if let running { return (running.endsAt, running.pausedAt) }
    guard let interlude = script?.interlude, let endsAt = interlude.endsAt else { return nil }
    return (endsAt, interlude.pausedAt)
  }

  /// Whether no clock moves on: nothing starts, ends or is seated.
  var isPaused: Bool { timed?.pausedAt != nil }

  private func ticking() throws(Refusal) -> Round {
    guard let running else { throw noRound }
    guard running.pausedAt == nil else { throw standsStill }
    return running
  }

  private var standsStill: Refusal {
    Refusal(.conflict, "The clock stands still: resume the round first.")
  }

  private var noRound: Refusal {
    Refusal(.conflict, "No round is running: start one first.")
  }
}
