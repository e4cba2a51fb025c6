import DequeModule
import Pairing

/// Why a seat is kept for as long as it is.
public enum Hold: String, Hashable, Sendable, Codable, CaseIterable {
  case home, venue, screen
}

/// The lost connections, for each kind of hold in the order in which their seats are given up.
struct Losses: Hashable, Sendable, Codable {
  struct Loss: Hashable, Sendable, Codable {
    let person: PersonID
    let since: Instant
  }

  private var queues: [Hold: Deque<Loss>] = [:]

  var isEmpty: Bool { queues.values.allSatisfy(\.isEmpty) }

  /// Whose seat is given up next, and when.
  func next(_ policy: Policy) -> (person: PersonID, until: Instant)? {
    Hold.allCases.compactMap { hold in
      queues[hold]?.first.map { ($0.person, $0.since + policy.length(of: hold)) }
    }.min { $0.1 < $1.1 }
  }

  mutating func append(_ person: PersonID, since: Instant, _ hold: Hold) {
    queues[hold, default: []].append(Loss(person: person, since: since))
  }

  /// Forgets those at the front who are lost no more, or were lost anew.
  mutating func trim(while isOver: (Loss) -> Bool) {
    for hold in Hold.allCases {
      while let first = queues[hold]?.first, isOver(first) { queues[hold]?.removeFirst() }
    }
  }
}
