/// A length of time in milliseconds.
public typealias Milliseconds = Int64

/// A point on the server's clock: milliseconds since the Unix epoch.
///
/// The core never reads a clock; whoever calls it says what time it is. The wire carries the same integer.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  public let milliseconds: Milliseconds

  public init(milliseconds: Milliseconds) {
    self.milliseconds = milliseconds
  }

  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Milliseconds.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public static func + (instant: Instant, length: Milliseconds) -> Instant {
    Instant(milliseconds: instant.milliseconds + length)
  }

  /// The time that passed from `right` to `left`; negative if `right` is later.
  public static func - (left: Instant, right: Instant) -> Milliseconds {
    left.milliseconds - right.milliseconds
  }
}
