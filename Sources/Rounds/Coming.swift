/// The round that comes next, once somebody or the clock has called it.
public enum Coming: Hashable, Sendable, Codable {
  /// Next is `seated`, or nothing if it is called off.
  case called(Call)
  /// Next it runs.
  case seated(Round)

  public var number: Int {
    switch self {
    case .called(let call): call.number
    case .seated(let round): round.number
    }
  }

  public var startsAt: Instant {
    switch self {
    case .called(let call): call.startsAt
    case .seated(let round): round.startsAt
    }
  }

  /// The step of the agenda that it belongs to, if it does.
  public var step: Int? {
    switch self {
    case .called(let call): call.step
    case .seated(let round): round.step
    }
  }

  public var round: Round? {
    if case .seated(let round) = self { round } else { nil }
  }

  mutating func shift(by length: Milliseconds) {
    switch self {
    case .called(var call):
      call.startsAt = call.startsAt + length
      call.seatAt = call.seatAt + length
      self = .called(call)
    case .seated(var round):
      round.shift(by: length)
      self = .seated(round)
    }
  }
}
