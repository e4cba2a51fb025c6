public import Pairing

/// A guest who was added, and the link that lets exactly this one in.
public struct GuestLink: Hashable, Sendable {
  public var id: PersonID
  public var name: String
  public var link: String

  public init(id: PersonID, name: String, link: String) {
    self.id = id
    self.name = name
    self.link = link
  }
}
