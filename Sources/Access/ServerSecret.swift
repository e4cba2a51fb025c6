import Crypto
public import Foundation

/// The server's one secret: tokens, resume secrets and nothing else are made with it.
public struct ServerSecret: Sendable {
  /// HS256 asks for a key as long as its hash (RFC 7518, 3.2).
  public static let leastBytes = 32

  private let bytes: [UInt8]

  /// - Parameter text: the secret as settings and environment give it; its UTF-8 is the key.
  /// - Throws: `AccessError.shortSecret`.
  public init(_ text: String) throws(AccessError) {
    bytes = Array(text.utf8)
    guard bytes.count >= Self.leastBytes else { throw .shortSecret(bytes: bytes.count) }
  }

  /// The secret kept in a data directory, made there if there is none; only its owner may read the file.
  public static func kept(in directory: URL) throws(AccessError) -> ServerSecret {
    let file = directory.appending(path: "secret")
    do {
      if let text = try? String(contentsOf: file, encoding: .utf8) {
        return try ServerSecret(text.trimmingCharacters(in: .whitespacesAndNewlines))
      }
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      let text = SymmetricKey(size: .bits256).withUnsafeBytes { $0.map { hex($0) }.joined() }
      let made = FileManager.default.createFile(
        atPath: file.path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
      guard made else { throw AccessError.unreadableSecret(path: file.path, reason: "it cannot be written") }
      return try ServerSecret(text)
    } catch let error as AccessError {
      throw error
    } catch {
      throw .unreadableSecret(path: file.path, reason: error.localizedDescription)
    }
  }

  /// The key of tokens is the secret as it is, so that others can mint with it.
  var tokenKey: SymmetricKey { SymmetricKey(data: bytes) }

  /// Everything else has a key of its own, derived from the secret (RFC 5869).
  func key(for purpose: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(inputKeyMaterial: tokenKey, info: Data(purpose.utf8), outputByteCount: 32)
  }
}

/// Two lowercase hexadecimal digits.
func hex(_ byte: UInt8) -> String {
  let text = String(byte, radix: 16)
  return byte < 16 ? "0" + text : text
}
