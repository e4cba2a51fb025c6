import Foundation
import Rounds

/// The server's clock, anchored to the wall clock once, so that a step of the system clock moves no round.
///
/// It counts the time that the machine sleeps, as people's own clocks do.
struct ServerClock: Sendable {
  private let anchor: Instant
  private let start = ContinuousClock.now

  /// - Parameter past: the last instant that the journal knows. The clock never goes back behind it, even if the
  ///   system's was set back while the server was down.
  init(notBefore past: Instant? = nil) {
    let wall = Instant(milliseconds: Milliseconds(Date().timeIntervalSince1970 * 1000))
    anchor = past.map { max($0, wall) } ?? wall
  }

  var now: Instant {
    let (seconds, attoseconds) = start.duration(to: .now).components
    return anchor + (Milliseconds(seconds) * 1000 + Milliseconds(attoseconds / 1_000_000_000_000_000))
  }
}

extension Instant {
  var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
