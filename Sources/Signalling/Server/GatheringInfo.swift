public import Rounds

/// What everybody in a gathering may know of it.
public struct GatheringInfo: Hashable, Sendable {
  public var id: GatheringID
  public var title: String
  public var locale: String
  /// Whether whoever has the plain link may come in.
  public var isOpen: Bool

  public init(id: GatheringID, title: String, locale: String, isOpen: Bool) {
    self.id = id
    self.title = title
    self.locale = locale
    self.isOpen = isOpen
  }
}
