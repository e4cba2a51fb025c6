import Access
import Foundation
import Testing

@Suite struct TokenTests {
  let secret = "0123456789abcdef0123456789abcdef"
  let now = Date(timeIntervalSince1970: 1_700_000_000)

  func claims(expires seconds: Double = 60, notBefore: Double? = nil) -> TokenClaims {
    TokenClaims(
      gathering: "cafe", role: "host", subject: "ana", name: "Ana",
      expires: now.addingTimeInterval(seconds), notBefore: notBefore.map { now.addingTimeInterval($0) })
  }

  @Test("A token that was minted is accepted with everything it says")
  func roundTrip() async throws {
    let tokens = try await Tokens(secret: ServerSecret(secret))
    #expect(try await tokens.verify(tokens.mint(claims()), now: now) == claims())
  }

  @Test("Others can mint: this token comes from RFC 7519's algorithm, not from this code")
  func foreign() async throws {
    // python3: jwt.encode({"gathering": "cafe", "role": "participant", "exp": 1700000060}, secret, "HS256")
    let token =
      "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJnYXRoZXJpbmciOiJjYWZlIiwicm9sZSI6InBhcnRpY2lwYW50IiwiZXhwIjoxNzAwMDAwMDYwfQ.SRgUDGvXFpqmgF8pVogG7DY0w7skSEl6gNH3Lf5lU94"
    let tokens = try await Tokens(secret: ServerSecret(secret))
    #expect(try await tokens.verify(token, now: now).role == "participant")
  }

  @Test("Expired, too early, changed, of another secret, without a signature: none gets in")
  func refused() async throws {
    let tokens = try await Tokens(secret: ServerSecret(secret))
    let others = try await Tokens(secret: ServerSecret(String(secret.reversed())))
    let good = try await tokens.mint(claims())
    let expired = try await tokens.mint(claims(expires: 0))
    let early = try await tokens.mint(claims(notBefore: 10))
    let foreign = try await others.mint(claims())
    await #expect(throws: AccessError.expired) { try await tokens.verify(expired, now: now) }
    await #expect(throws: AccessError.notYetValid) { try await tokens.verify(early, now: now) }
    await #expect(throws: AccessError.badToken) { try await tokens.verify(foreign, now: now) }
    // {"alg":"none"} with the claims of a good token.
    let body = good.split(separator: ".")[1]
    for token in ["eyJhbGciOiJub25lIn0.\(body).", "\(good)x", "", "..", String(good.dropLast(4))] {
      await #expect(throws: AccessError.badToken) { try await tokens.verify(token, now: now) }
    }
  }

  @Test("A secret that is too short is refused with what would do")
  func shortSecret() {
    #expect(throws: AccessError.shortSecret(bytes: 5)) { try ServerSecret("short") }
  }

  @Test("The kept secret is made once, and readable by its owner alone")
  func kept() async throws {
    let directory = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let first = try await Tokens(secret: .kept(in: directory))
    let second = try await Tokens(secret: .kept(in: directory))
    let token = try await first.mint(claims())
    #expect(try await second.verify(token, now: now).role == "host")
    let file = directory.appending(path: "secret").path
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }
}

@Suite struct ResumeSecretTests {
  @Test("A resume secret names its person in its gathering, and nobody anywhere else")
  func named() throws {
    let secrets = ResumeSecrets(secret: try ServerSecret("0123456789abcdef0123456789abcdef"))
    let secret = secrets.secret(gathering: "cafe", person: "p12")
    #expect(secrets.person(of: secret, gathering: "cafe") == "p12")
    #expect(secrets.person(of: secret, gathering: "bar") == nil)
    #expect(secrets.person(of: secret.replacingOccurrences(of: "p12", with: "p13"), gathering: "cafe") == nil)
    for bad in ["", ".", "p12", "p12.", "p12.!!!"] { #expect(secrets.person(of: bad, gathering: "cafe") == nil) }
  }
}

@Suite struct TurnCredentialTests {
  @Test("The password is the base64 of HMAC-SHA1 over EXPIRY:ID, as coturn computes it")
  func coturn() {
    // printf '1700003600:p1' | openssl dgst -sha1 -hmac north -binary | base64
    let made = TurnCredentials(secret: "north", lifetime: 3600)
      .credential(for: "p1", now: Date(timeIntervalSince1970: 1_700_000_000))
    #expect(made.username == "1700003600:p1")
    #expect(made.credential == "4EEMVinF9VQKZF50YH25G6+f6lw=")
  }
}

@Suite struct RateLimitTests {
  @Test("A burst passes, going on at more than the rate does not, and patience is rewarded")
  func bucket() {
    var limit = RateLimit(rate: 10, burst: 5, now: 0)
    #expect((0..<6).map { _ in limit.allows(at: 0) } == [true, true, true, true, true, false])
    #expect(!limit.allows(at: 99))
    #expect(limit.allows(at: 100))
    #expect(!limit.allows(at: 100))
    #expect((0..<6).map { _ in limit.allows(at: 10_000) } == [true, true, true, true, true, false])
  }
}
