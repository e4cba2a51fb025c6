/// A room of one round: `r3-17` is the seventeenth room of round 3.
///
/// A room never outlives its round, so the number says which round a late signal belongs to.
public struct RoomID: Hashable, Comparable, Sendable, Codable, LosslessStringConvertible {
  /// Counts from 1.
  public let round: Int
  /// Counts from 1 within the round.
  public let number: Int

  public init(round: Int, number: Int) {
    self.round = round
    self.number = number
  }

  /// Reads `r3-17`; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.first == UInt8(ascii: "r") else { return nil }
    let parts = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let round = Int(parts[0]), let number = Int(parts[1]), round > 0, number > 0
    else { return nil }
    self.init(round: round, number: number)
  }

  public var description: String { "r\(round)-\(number)" }

  public static func < (left: RoomID, right: RoomID) -> Bool {
    (left.round, left.number) < (right.round, right.number)
  }
}
