import Pairing

// When rounds begin and end.
extension Gathering {
  /// A second button pressed at the same moment is taken for the same wish.
  static let doublePress: Milliseconds = 1_000

  /// Those who are here and want a seat.
  var willing: [Person] { people.filter { $0.isPresent && !$0.isPassing } }

  func start(_ settings: RoundSettings, inside delay: Milliseconds, at now: Instant) throws(Refusal)
    -> [Change]
  {
    if let running {
      throw Refusal(.conflict, "Round \(running.number) is running: rotate it, or end it first.")
    }
    if let coming { throw Refusal(.conflict, "Round \(coming.number) has been called already.") }
    if delay <= policy.handover, willing.count < 2 {
      throw Refusal(.conflict, "A round needs two people; \(willing.count) who would sit are here.")
    }
    let number = roundNumber + 1
    return [
      .called(call(number, settings, startsAt: now + delay, lastRound: number + settings.rounds - 1, at: now))
    ]
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
      round.number + 1, round.settings, startsAt: startsAt, lastRound: max(round.lastRound, round.number + 1),
      at: now)
  }

  private func call(
    _ number: Int, _ settings: RoundSettings, startsAt: Instant, lastRound: Int, at now: Instant
  ) -> Call {
    Call(
      number: number, settings: settings, startsAt: startsAt, seatAt: max(now, startsAt + -policy.handover),
      lastRound: lastRound, isRotation: running != nil)
  }

  func extend(by length: Milliseconds, at now: Instant) throws(Refusal) -> [Change] {
    guard let running else { throw noRound }
    let endsAt = running.endsAt + length
    let clock = running.pausedAt ?? now
    guard endsAt > clock else {
      throw Refusal(
        .conflict,
        "Only \((running.endsAt - clock) / 1000) seconds are left: end the round, or shorten it by less.")
    }
    guard endsAt - clock <= RoundSettings.lengthRange.upperBound else {
      throw Refusal(.conflict, "A round lasts three hours at most: extend it by less.")
    }
    return [.rescheduled(endsAt: endsAt)]
  }

  func pause() throws(Refusal) -> [Change] {
    _ = try ticking()
    return [.paused]
  }

  func resume() throws(Refusal) -> [Change] {
    guard let running else { throw noRound }
    guard running.pausedAt != nil else { throw Refusal(.conflict, "The clock is running.") }
    return [.resumed]
  }

  func end() throws(Refusal) -> [Change] {
    guard running != nil || coming != nil else { throw noRound }
    return (coming == nil ? [] : [.uncalled]) + (running.map { [.ended(round: $0.number)] } ?? [])
  }

  private func ticking() throws(Refusal) -> Round {
    guard let running else { throw noRound }
    guard running.pausedAt == nil else {
      throw Refusal(.conflict, "The clock stands still: resume the round first.")
    }
    return running
  }

  private var noRound: Refusal {
    Refusal(.conflict, "No round is running: start one first.")
  }
}
