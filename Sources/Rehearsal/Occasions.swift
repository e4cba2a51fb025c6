import HeapModule
import Pairing
import Rounds

/// What simulated people and faults will do, and when.
struct Occasions {
  enum Deed: Hashable {
    case arrive(guest: Int)
    case drop(guest: Int)
    case comeBack(PersonID)
    /// Whoever leads goes on from a step that waits.
    case goOn
    case crash(downFor: Milliseconds)
  }

  struct Occasion: Comparable {
    let at: Instant
    /// Of two at the same instant the one that was planned first comes first.
    let number: Int
    let deed: Deed

    static func < (left: Occasion, right: Occasion) -> Bool {
      (left.at, left.number) < (right.at, right.number)
    }
  }

  private var heap: Heap<Occasion> = []
  private var count = 0

  var next: Instant? { heap.min?.at }

  mutating func plan(_ deed: Deed, at instant: Instant) {
    count += 1
    heap.insert(Occasion(at: instant, number: count, deed: deed))
  }

  mutating func take() -> Deed? { heap.popMin()?.deed }
}
