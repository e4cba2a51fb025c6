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
