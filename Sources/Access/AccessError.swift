/// Why somebody is not let in, or why the server's own keys do not serve.
public enum AccessError: Error, Hashable, Sendable, CustomStringConvertible {
  case badToken
  case expired
  case notYetValid
  case badPublicKey
  case cannotSign
  case shortSecret(bytes: Int)
  case unreadableSecret(path: String, reason: String)

  public var description: String {
    switch self {
    case .badToken: "This link's token is not valid: ask the organizer for a new link."
    case .expired: "This link has expired: ask the organizer for a new one."
    case .notYetValid: "This link is not valid yet: come back when the gathering begins."
    case .badPublicKey: "The ES256 public key is not a PEM of an elliptic curve P-256 key."
    case .cannotSign: "The token could not be signed."
    case .shortSecret(let bytes):
      "The secret has \(bytes) bytes: give at least \(ServerSecret.leastBytes), such as the output of openssl rand -hex 32."
    case .unreadableSecret(let path, let reason): "The secret in \(path) cannot be used: \(reason)."
    }
  }
}
