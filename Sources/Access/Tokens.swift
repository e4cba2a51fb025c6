public import Foundation
import JWTKit

/// Mints tokens with the server's secret and verifies those that are presented.
///
/// Accepted are HS256 with the secret, and ES256 with the public key of a registration system where one is set;
/// no other algorithm, whatever a token's header asks for.
public struct Tokens: Sendable {
  private let keys = JWTKeyCollection()

  /// - Parameter es256PublicKey: PEM of the registration system's public key, if there is one.
  /// - Throws: `AccessError.badPublicKey` if that PEM is none.
  public init(secret: ServerSecret, es256PublicKey: String? = nil) async throws(AccessError) {
    await keys.add(hmac: HMACKey(key: secret.tokenKey), digestAlgorithm: .sha256)
    guard let es256PublicKey else { return }
    do {
      await keys.add(ecdsa: try ES256PublicKey(pem: es256PublicKey), kid: "registration")
    } catch {
      throw .badPublicKey
    }
  }

  public func mint(_ claims: TokenClaims) async throws(AccessError) -> String {
    do {
      return try await keys.sign(claims)
    } catch {
      throw .cannotSign
    }
  }

  /// - Throws: an `AccessError` whose sentence the bearer may read; it says nothing of the secret.
  public func verify(_ token: String, now: Date) async throws(AccessError) -> TokenClaims {
    guard token.utf8.count <= AccessLimits.tokenBytes else { throw .badToken }
    let claims: TokenClaims
    do {
      claims = try await keys.verify(token, iteratingKeys: true)
    } catch {
      throw .badToken
    }
    if claims.expires <= now { throw .expired }
    if let start = claims.notBefore, start > now { throw .notYetValid }
    return claims
  }
}
