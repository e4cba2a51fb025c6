/// A gathering's name in links and tokens: `[a-z0-9-]{1,64}`.
public struct GatheringID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public static let longest = 64

  public let description: String

  /// Nil unless `text` has 1 to 64 characters of `a–z`, `0–9` and `-`.
  public init?(_ text: String) {
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard allowed, (1...Self.longest).contains(text.utf8.count) else { return nil }
    description = text
  }

  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let id = GatheringID(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a gathering's id: \(text)"))
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  public static func < (left: GatheringID, right: GatheringID) -> Bool {
    left.description < right.description
  }
}
