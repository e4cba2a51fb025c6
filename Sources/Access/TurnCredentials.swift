import Crypto
public import Foundation

/// Time-limited credentials for a TURN server, as coturn's `use-auth-secret` has them
/// (draft-uberti-behave-turn-rest-00): whoever runs both shares one secret between them.
public struct TurnCredentials: Sendable {
  private let secret: String
  /// In seconds.
  private let lifetime: Int

  public init(secret: String, lifetime: Int) {
    self.secret = secret
    self.lifetime = lifetime
  }

  /// - Parameter person: shows up in the TURN server's log; no name or contact belongs in it.
  public func credential(for person: String, now: Date) -> (username: String, credential: String) {
    let username = "\(Int(now.timeIntervalSince1970) + lifetime):\(person)"
    let code = HMAC<Insecure.SHA1>.authenticationCode(
      for: Data(username.utf8), using: SymmetricKey(data: Data(secret.utf8)))
    return (username, Data(code).base64EncodedString())
  }
}
