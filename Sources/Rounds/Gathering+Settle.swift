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
    if let loss = losses.first, now >= loss.since + policy.seatHold {
      return vacate(loss.person) + [.away(person: loss.person)]
    }
    if let running, running.pausedAt != nil { return nil }
    if case .seated(let next) = coming, now >= next.startsAt {
      return (running.map { [.ended(round: $0.number)] } ?? []) + [.started(round: next.number)]
    }
    guard let running, coming == nil else { return nil }
    if running.lastRound > running.number {
      guard now >= running.endsAt + -policy.handover else { return nil }
      return [.called(following(running, startsAt: running.endsAt, at: now))]
    }
    return now >= running.endsAt ? [.ended(round: running.number)] : nil
  }

  /// One step towards nobody being alone who could be in company.
  private func repair() -> [Change]? {
    for round in [running, coming?.round] {
      if let round, let moves = round.repair(met: { history.met($0.low, $0.high) }, isPresent: isHere) {
        return [.reseated(round: round.number, moves: moves)]
      }
    }
    return nil
  }

  func isHere(_ person: PersonID) -> Bool {
    people[person.rawValue - 1].isPresent
  }
}
