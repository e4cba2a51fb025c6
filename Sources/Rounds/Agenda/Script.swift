/// An agenda and the place that an evening has reached in it.
public struct Script: Hashable, Sendable, Codable {
  /// Each case says what comes next. While a round that somebody called by hand runs, the place stays as it is.
  public enum Place: Hashable, Sendable, Codable {
    /// Next is the first step: by itself if there is a start.
    case ready(start: Instant?)
    /// In the lobby, in or after that step. Next is the step after it.
    case lobby(step: Int, Interlude)
    /// In rooms. Next is the step after it, or its own lobby if somebody ends the round.
    case rounds(step: Int)
    /// Nothing comes next.
    case over
  }

  public let agenda: Agenda
  public private(set) var place: Place
  /// When each step began; nil for those that have not.
  public private(set) var began: [Instant?]

  init(_ agenda: Agenda) {
    self.agenda = agenda
    place = .ready(start: agenda.start)
    began = Array(repeating: nil, count: agenda.steps.count)
  }

  /// The number of the present step, from 0; nil before the first and after the last.
  public var step: Int? {
    switch place {
    case .ready, .over: nil
    case .lobby(let step, _), .rounds(let step): step
    }
  }

  /// The number of the step that comes next; nil after the last.
  public var next: Int? {
    let next =
      switch place {
      case .ready: 0
      case .lobby(let step, _), .rounds(let step): step + 1
      case .over: agenda.steps.count
      }
    return next < agenda.steps.count ? next : nil
  }

  public var interlude: Interlude? {
    if case .lobby(_, let interlude) = place { interlude } else { nil }
  }

  mutating func reach(_ place: Place, at now: Instant) {
    if case .ready = place { began = began.map { _ in nil } }
    self.place = place
    if let step, began[step] == nil { began[step] = now }
  }

  mutating func changeInterlude(_ body: (inout Interlude) -> Void) {
    guard case .lobby(let step, var interlude) = place else { return }
    body(&interlude)
    place = .lobby(step: step, interlude)
  }
}

/// A time between rounds.
public struct Interlude: Hashable, Sendable, Codable {
  public let startsAt: Instant
  /// Nil if it waits for whoever leads.
  public internal(set) var endsAt: Instant?
  /// Since when its clock stands, if it does.
  public internal(set) var pausedAt: Instant?
}
