import DequeModule
import Pairing

/// The lost connections in the order in which they were lost, which is the order in which their seats are given up.
struct Losses: Hashable, Sendable, Codable {
  struct Loss: Hashable, Sendable, Codable {
    let person: PersonID
    let since: Instant
  }

  private var queue: Deque<Loss> = []

  var first: Loss? { queue.first }

  mutating func append(_ person: PersonID, since: Instant) {
    queue.append(Loss(person: person, since: since))
  }

  /// Forgets those at the front who are lost no more, or were lost anew.
  mutating func trim(while isOver: (Loss) -> Bool) {
    while let first = queue.first, isOver(first) { queue.removeFirst() }
  }
}
