/// A JSON number in the very text in which it came, so that an echo equals what was sent.
public struct JSONNumber: Hashable, Sendable {
  public let text: String

  /// Takes the text on trust: it goes to the wire as it is.
  public init(trusted text: String) {
    self.text = text
  }

  public init(_ integer: Int) {
    text = String(integer)
  }
}

extension JSONNumber {
  /// Takes `t0` from the frame itself, because jansson would keep the value and lose the text.
  init(_ sight: Sight, _ frame: UnsafeRawBufferPointer) throws(ProtocolError) {
    guard sight.t0.shape == .number else { throw .malformed("t0 must be a number.") }
    let text = UnsafeRawBufferPointer(rebasing: frame[sight.t0.range])
    self.init(trusted: String(decoding: text, as: UTF8.self))
  }
}
