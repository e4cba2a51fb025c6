public import Foundation
public import JWTKit

/// What a link's token says of whoever holds it. Any registration system may mint it; see `docs/protocol.md`.
public struct TokenClaims: JWTPayload, Sendable, Equatable {
  /// The gathering's id, or `*` for an organizer of all of them.
  public var gathering: String
  /// `participant`, `host`, `board`, `table` or `organizer`.
  public var role: String
  /// The person's stable identity: the same subject is the same person, on whatever device.
  public var subject: String?
  /// A display name that the person cannot change.
  public var name: String?
  /// For the role `table`: the table's name.
  public var table: String?
  /// In whole seconds, as RFC 7519 has it.
  public var expires: Date
  public var notBefore: Date?

  public init(
    gathering: String, role: String, subject: String? = nil, name: String? = nil, table: String? = nil,
    expires: Date, notBefore: Date? = nil
  ) {
    self.gathering = gathering
    self.role = role
    self.subject = subject
    self.name = name
    self.table = table
    self.expires = Date(timeIntervalSince1970: expires.timeIntervalSince1970.rounded(.down))
    self.notBefore = notBefore
  }

  private enum CodingKeys: String, CodingKey {
    case gathering, role, name, table
    case subject = "sub"
    case expires = "exp"
    case notBefore = "nbf"
  }

  /// The times are left to `Tokens`, which is told what time it is.
  public func verify(using algorithm: some JWTAlgorithm) {}
}
