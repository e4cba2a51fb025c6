public import Pairing

/// Both wished another coffee.
public struct Match: Hashable, Sendable {
  public var person: PersonID
  public var name: String
  /// Empty if the person gave none.
  public var contact: String

  public init(person: PersonID, name: String, contact: String) {
    self.person = person
    self.name = name
    self.contact = contact
  }
}
