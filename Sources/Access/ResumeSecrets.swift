import Crypto
import Foundation

/// What a client shows to come back as the same person without a token: an authentication code over the gathering and
/// the person, so that nothing has to be stored and a restart changes nothing.
public struct ResumeSecrets: Sendable {
  private let key: SymmetricKey

  public init(secret: ServerSecret) {
    key = secret.key(for: "tertulia resume 1")
  }

  /// - Parameters:
  ///   - person: as the wire names it, such as `p12`.
  public func secret(gathering: String, person: String) -> String {
    "\(person).\(Data(code(gathering, person)).base64EncodedString())"
  }

  /// The person whom a resume secret of this gathering names; nil if it is not one that this server made.
  public func person(of secret: String, gathering: String) -> String? {
    guard secret.utf8.count <= AccessLimits.tokenBytes, let dot = secret.firstIndex(of: "."),
      let given = Data(base64Encoded: String(secret[secret.index(after: dot)...]))
    else { return nil }
    let person = String(secret[..<dot])
    let isOurs = HMAC<SHA256>.isValidAuthenticationCode(
      given, authenticating: Self.message(gathering, person), using: key)
    return isOurs ? person : nil
  }

  private func code(_ gathering: String, _ person: String) -> HMAC<SHA256>.MAC {
    HMAC<SHA256>.authenticationCode(for: Self.message(gathering, person), using: key)
  }

  /// Neither id has a line break, so two different pairs never make the same message.
  private static func message(_ gathering: String, _ person: String) -> Data {
    Data("\(gathering)\n\(person)".utf8)
  }
}
