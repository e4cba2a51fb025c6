import CJansson
import Foundation
import Pairing
import Rounds
import Signalling
import Testing

@Suite("Frames that nobody would write")
struct FuzzTests {
  /// Each seed makes a thousand frames; one that failed is added here and stays.
  static let seeds: [UInt64] = Array(1...24)

  @Test("The walk and jansson agree about every frame", arguments: seeds)
  func agreement(seed: UInt64) {
    var frames = FrameMutator(seed: seed)
    for number in 0..<1_000 {
      let frame = frames.next()
      withFrame(frame) { bytes in
        let error = refusal { _ = try Envelope.scan(bytes) }
        let isAccepted = error == nil || !Self.isAboutWalking(error)
        let byJansson = Jansson.accepts(bytes)
        if isAccepted != byJansson, isAccepted || !Strictness.explains(frame) {
          Issue.record(
            "seed \(seed), frame \(number): walk \(isAccepted), jansson \(byJansson): \(text(frame).debugDescription)"
          )
        }
      }
    }
  }

  @Test("Whatever comes, reading it gives a value or a sentence", arguments: seeds)
  func sentences(seed: UInt64) {
    var frames = FrameMutator(seed: seed &+ 1_000)
    for number in 0..<500 {
      let frame = frames.next()
      withFrame(frame) { bytes in
        for error in [
          refusal { _ = try Envelope.scan(bytes) }, refusal { _ = try ClientMessage.decode(bytes) },
          refusal { _ = try ServerMessage.decode(bytes) },
        ] {
          guard let error else { continue }
          #expect(error.message.hasSuffix("."), "seed \(seed), frame \(number): \(error.message)")
          let answer = ServerMessage.error(error).encode()
          #expect(throws: Never.self) { try withFrame(answer) { try ServerMessage.decode($0) } }
        }
      }
    }
  }

  @Test("A message that was read is written as one that reads the same", arguments: seeds)
  func stability(seed: UInt64) throws {
    var frames = FrameMutator(seed: seed &+ 2_000)
    for number in 0..<500 {
      let frame = frames.next()
      guard let message = try? withFrame(frame, { try ClientMessage.decode($0) }) else { continue }
      let again = try withFrame(message.encode()) { try ClientMessage.decode($0) }
      #expect(again == message, "seed \(seed), frame \(number): \(text(frame).debugDescription)")
    }
  }

  @Test("Most mutated frames are refused and many are not, so that both sides are tried")
  func mixture() {
    var frames = FrameMutator(seed: 1)
    let accepted = (0..<2_000).count { _ in
      refusal { _ = try withFrame(frames.next()) { try Envelope.scan($0) } } == nil
    }
    #expect((200...1_800).contains(accepted), "\(accepted)")
  }

  /// Refusals of the walk name a byte; those of a signal's or chat's fields don't.
  private static func isAboutWalking(_ error: ProtocolError?) -> Bool {
    error?.message.hasPrefix("The frame can't be read") == true || error?.message.hasPrefix("A frame") == true
  }
}

/// What jansson says about a frame; duplicate keys, which the walk doesn't look for inside, are left out.
private enum Jansson {
  static func accepts(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var flaw = json_error_t()
    let characters = bytes.assumingMemoryBound(to: CChar.self)
    guard let root = json_loadb(characters.baseAddress, characters.count, 0, &flaw) else { return false }
    defer { json_decref(root) }
    return true
  }
}

/// The places where the walk is stricter than jansson, each as the protocol's page names it.
private enum Strictness {
  static func explains(_ frame: [UInt8]) -> Bool {
    let text = text(frame)
    // jansson steps over a raw NUL that follows a number or word.
    return !isObject(frame) || frame.contains(0) || hasHugeNumber(text) || hasEscapedOrRepeatedKey(text)
      || isDeep(frame)
  }

  private static func isObject(_ frame: [UInt8]) -> Bool {
    frame.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
  }

  private static func hasHugeNumber(_ text: String) -> Bool {
    text.contains(/[0-9]{19}|[eE][+-]?[0-9]{3}|[-+.0-9eE]{41}/)
  }

  private static func hasEscapedOrRepeatedKey(_ text: String) -> Bool {
    let keys = text.matches(of: /"((?:[^"\\]|\\.)*)"\s*:/).map { String($0.1) }
    return keys.contains { $0.contains("\\") } || Set(keys).count < keys.count
  }

  private static func isDeep(_ frame: [UInt8]) -> Bool {
    frame.count { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{") } > Limits.nestingLevels
  }
}
