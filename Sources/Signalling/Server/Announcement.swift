/// A host's word to everybody.
public struct Announcement: Hashable, Sendable {
  public var text: String
  /// The host's name.
  public var from: String

  public init(text: String, from: String) {
    self.text = text
    self.from = from
  }
}
