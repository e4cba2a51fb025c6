import Foundation
import Rounds
import Transport

/// The server's clock: monotonic, anchored to the wall clock once, so that a step of the system clock moves no round.
struct ServerClock: Sendable {
  private let wallAtStart: Milliseconds
  private let monotonicAtStart: UInt64

  init() {
    wallAtStart = Milliseconds(Date().timeIntervalSince1970 * 1000)
    monotonicAtStart = ServiceLoop.now
  }

  var now: Instant {
    Instant(milliseconds: wallAtStart + Milliseconds((ServiceLoop.now - monotonicAtStart) / 1_000_000))
  }
}

extension Instant {
  var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
}
