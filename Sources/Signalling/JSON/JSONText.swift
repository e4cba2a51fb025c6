/// A JSON value that the server carries but doesn't look into, such as a session description.
public struct JSONText: Hashable, Sendable {
  /// Well-formed JSON.
  public let text: String

  /// Takes the text on trust: it goes to the wire as it is.
  public init(trusted text: String) {
    self.text = text
  }
}
