// Stands in until the planner's branch is merged.
public struct PersonID: RawRepresentable, Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "p"), let n = Int(text.dropFirst()), n >= 0 else { return nil }
    rawValue = n
  }
  public var description: String { "p\(rawValue)" }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
