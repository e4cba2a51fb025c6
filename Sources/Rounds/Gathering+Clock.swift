// Where the evening stands, and when something happens by itself.
extension Gathering {
  public var phase: Phase {
    switch stage {
    case .lobby(let last):
      let interlude = script?.interlude
      let kind = script.flatMap { script in script.step.map { script.agenda.steps[$0].kind } }
      return Phase(
        name: interlude != nil && kind == .break ? .break : .lobby, round: last, startsAt: coming?.startsAt,
        endsAt: interlude?.endsAt, pausedAt: interlude?.pausedAt)
    case .round(let round):
      return Phase(
        name: .round, round: round.number, startsAt: round.startsAt, endsAt: round.endsAt,
        pausedAt: round.pausedAt, lastRound: round.lastRound)
    case .ended(let last):
      return Phase(name: .ended, round: last)
    }
  }

  /// The next instant after `now` at which something happens by itself; `settle` makes it happen.
  public func nextDeadline(after now: Instant) -> Instant? {
    var deadlines: [Instant] = []
    if let loss = losses.next(policy) { deadlines.append(loss.until) }
    if isPaused { return deadlines.first }
    switch coming {
    case .called(let call) where call.seatAt > now: deadlines.append(call.seatAt)
    case .called:
      // Due, and either with the planner or waiting for people to come back.
      if let interruptedAt, interruptedAt + policy.comeback > now {
        deadlines.append(interruptedAt + policy.comeback)
      }
    case .seated(let round): deadlines.append(round.startsAt)
    case nil:
      if let running {
        deadlines.append(
          callAfter(running, at: now) == nil ? running.endsAt : running.endsAt + -lead)
      } else if let next = agendaDeadline {
        deadlines.append(next)
      }
    }
    return deadlines.min()
  }

  private var agendaDeadline: Instant? {
    switch script?.place {
    case .ready(let start): start
    case .lobby(_, let interlude): interlude.endsAt
    case .rounds, .over, nil: nil
    }
  }
}
