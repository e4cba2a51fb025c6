public import Rounds

/// What the server's clock says.
public struct TimeAnswer: Hashable, Sendable {
  /// As the client sent it, to the digit.
  public var t0: JSONNumber
  public var now: Instant

  public init(t0: JSONNumber, now: Instant) {
    self.t0 = t0
    self.now = now
  }
}
