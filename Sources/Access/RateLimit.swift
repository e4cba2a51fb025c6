/// A token bucket: a burst is fine, going on at more than the rate is not.
public struct RateLimit: Sendable {
  /// Messages a second that can go on for ever.
  public let rate: Double
  /// Messages that may come at once.
  public let burst: Double
  private var level: Double
  private var last: Int64

  /// - Parameter now: in milliseconds, on any clock that does not go back.
  public init(rate: Double, burst: Double, now: Int64) {
    self.rate = rate
    self.burst = burst
    level = burst
    last = now
  }

  /// Takes one message; false if it came too soon.
  public mutating func allows(at now: Int64) -> Bool {
    level = min(burst, level + Double(max(0, now - last)) * rate / 1000)
    last = max(last, now)
    guard level >= 1 else { return false }
    level -= 1
    return true
  }
}
