import Pairing

// What happens by itself: deadlines that pass, and people who are left over.
extension Gathering {
  /// Makes happen whatever is due at `now`. A seating that is due is not made here: see `callToSeat`.
  public mutating func settle(at now: Instant, each: (Change, Gathering) -> Void) {
    while let changes = due(at: now) ?? repair() {
      for change in changes { make(change, at: now, each) }
    }
  }

  private func due(at now: Instant) -> [Change]? {
    if hasEnded { return nil }
    if let loss = losses.next(policy), now >= loss.until {
      return vacate(loss.person) + [.away(person: loss.person)]
    }
    if isPaused { return nil }
    if case .seated(let next) = coming, now >= next.startsAt {
      let late = now - next.startsAt
      return (running.map { [.ended(round: $0.number)] } ?? []) + [.started(round: next.number)]
        // Nobody's conversation is cut short because the server was away when it began.
        + (late > Self.tolerance ? [.rescheduled(endsAt: next.endsAt + late)] : [])
    }
    if coming != nil { return nil }
    guard let running else { return agendaDue(at: now) }
    if now >= running.endsAt + -lead, let call = callAfter(running, at: now) {
      return [.called(call)]
    }
    guard now >= running.endsAt else { return nil }
    let isOfAgenda = running.step != nil && running.step == script?.step
    return [.ended(round: running.number)] + (isOfAgenda ? advance(at: running.endsAt, now: now) : [])
  }

  /// The call of the round that follows the running one by itself, if one does.
  func callAfter(_ running: Round, at now: Instant) -> Call? {
    // Of an agenda that was stopped nothing follows.
    if running.step != nil, running.step != script?.step { return nil }
    if running.lastRound > running.number { return following(running, startsAt: running.endsAt, at: now) }
    return stepAfter(running, at: now)
  }

  /// One step towards nobody being alone who could be in company.
  private func repair() -> [Change]? {
    for round in [running, coming?.round] {
      if let round, let moves = round.repair(company(of: round)) {
        return [.reseated(round: round.number, moves: moves)]
      }
    }
    return nil
  }

  func company(of round: Round) -> Round.Company {
    Round.Company(
      met: { history.met($0.low, $0.high) }, isPresent: isHere,
      mayMeet: { mayMeet($0, round.settings.pairing) },
      hasSeat: { hasSeat(for: $0, in: $1, of: round) }, place: { place(for: $0, $1, in: round) })
  }

  func isHere(_ person: PersonID) -> Bool {
    isHere(people[person.rawValue - 1])
  }
}
