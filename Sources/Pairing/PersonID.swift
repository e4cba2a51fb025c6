/// A person's number within one gathering, counted from 1 in the order of the list: `p12` in text.
///
/// Numbers are small and dense, so that who met whom stays compact for ten thousand people.
public struct PersonID: RawRepresentable, Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  /// Reads `p12`; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "p"), let number = Int(text.dropFirst()), number >= 0 else {
      return nil
    }
    rawValue = number
  }

  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(Int.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  public var description: String { "p\(rawValue)" }

  public static func < (left: PersonID, right: PersonID) -> Bool {
    left.rawValue < right.rawValue
  }
}
