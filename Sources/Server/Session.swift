import Access
import Pairing
import Rounds
import Transport

/// What one connection stands for, from the upgrade to its end.
///
/// `@unchecked Sendable`: made and used on the service loop only, by the hub that is isolated to it.
final class Session: @unchecked Sendable {
  enum State {
    /// Next is `verifying` or the end.
    case new
    /// The token is being looked at; what arrives meanwhile is kept. Next is `person`, `staff` or the end.
    case verifying(kept: [[UInt8]])
    /// A screen that shows a code. Next is `new`, once somebody has said whose it is, or the end.
    case unpaired(String, Evening)
    case person(PersonID, Evening)
    case staff(Staff)
    /// Nothing that it sends counts any more.
    case over
  }

  let connection: Connection
  var state = State.new
  var rate: RateLimit
  /// How many more frames may come too fast before it is abuse.
  var patience: RateLimit
  /// When it was last told that it is too fast.
  var lastWarning: Instant?
  var lastRelinks: [PersonID: Instant] = [:]

  init(connection: Connection, rate: RateLimit, patience: RateLimit) {
    self.connection = connection
    self.rate = rate
    self.patience = patience
  }

  var isNew: Bool {
    if case .new = state { true } else { false }
  }

  var isUnpaired: Bool {
    if case .unpaired = state { true } else { false }
  }

  var hasJoined: Bool {
    switch state {
    case .person, .staff: true
    case .new, .verifying, .unpaired, .over: false
    }
  }
}

/// Somebody who runs the evening, or a screen that shows it: known to the hub only, without a seat.
struct Staff {
  /// As the wire names it: `h1`, `o2`, `b1`.
  let id: String
  let role: Role
  let name: String
  /// Nil for an organizer of all gatherings.
  let evening: Evening?
}
