/// When a step of the agenda began or is to begin, and when it ended or is to end, as far as anybody can say.
public struct StepTimes: Hashable, Sendable {
  public var startsAt: Instant?
  public var endsAt: Instant?

  public init(startsAt: Instant? = nil, endsAt: Instant? = nil) {
    self.startsAt = startsAt
    self.endsAt = endsAt
  }
}

extension Gathering {
  /// The times of all steps of the agenda, in its order; empty without one.
  public var timeline: [StepTimes] {
    guard let script else { return [] }
    var times = script.began.map { StepTimes(startsAt: $0) }
    for step in times.indices.dropFirst() {
      if times[step].startsAt != nil { times[step - 1].endsAt = times[step].startsAt }
    }
    guard let next = script.next else { return times }
    var reached = presentEnd ?? (coming?.step == next ? coming?.startsAt : nil)
    if let step = script.step { times[step].endsAt = reached }
    if case .ready(.some(let start)) = script.place { reached = reached ?? start }
    for step in next..<times.count {
      let length = script.agenda.steps[step].length
      let end = reached.flatMap { start in length.map { start + $0 } }
      times[step] = StepTimes(startsAt: reached, endsAt: end)
      reached = end
    }
    return times
  }

  /// When the present step is to end.
  private var presentEnd: Instant? {
    guard let script else { return nil }
    switch script.place {
    case .ready, .over:
      return nil
    case .lobby(_, let interlude):
      return interlude.endsAt
    case .rounds:
      return running.map { round in
        round.endsAt + Milliseconds(max(0, round.lastRound - round.number)) * round.settings.length
      }
    }
  }
}
