public import Rounds

/// A presence as the wire has it: the word without its times.
public enum Reachability: String, Sendable, CaseIterable {
  case expected, present, lost, away, left, removed
  /// In the venue without a page.
  case checkedIn = "checked-in"

  public init(_ presence: Presence) {
    switch presence {
    case .expected: self = .expected
    case .present: self = .present
    case .checkedIn: self = .checkedIn
    case .lost: self = .lost
    case .away: self = .away
    case .left: self = .left
    case .removed: self = .removed
    }
  }
}

extension Reachability: JSONWritable {}
