/// Two different people, in no order: `Pair(a, b) == Pair(b, a)`.
public struct Pair: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let low: PersonID
  public let high: PersonID

  /// Nobody makes a pair with themselves: check what comes from outside first.
  public init(_ one: PersonID, _ other: PersonID) {
    precondition(one != other, "\(one) can't make a pair with themselves")
    low = min(one, other)
    high = max(one, other)
  }

  /// Reads a list of two numbers.
  public init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    let one = try container.decode(PersonID.self)
    let other = try container.decode(PersonID.self)
    guard one != other, container.isAtEnd else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A pair is two different people.")
    }
    self.init(one, other)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    try container.encode(low)
    try container.encode(high)
  }

  public var description: String { "\(low) and \(high)" }

  public static func < (left: Pair, right: Pair) -> Bool {
    (left.low, left.high) < (right.low, right.high)
  }

  public func contains(_ person: PersonID) -> Bool {
    low == person || high == person
  }
}
