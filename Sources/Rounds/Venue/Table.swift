/// A table in the venue, as an organizer names it.
public struct Table: Hashable, Sendable, Codable {
  public static let seatsRange = 2...100
  /// The most tables that one venue may have.
  public static let most = 500
  /// Guests from home on one screen: with the screen itself as many as a mesh of browsers carries.
  public static let mostOnScreen = Room.mostPeople - 1

  /// What stands on the table; no two tables of a gathering have the same.
  public let name: String
  /// People who can sit down.
  public var seats: Int
  /// Whether guests from home are to join here. They do once a screen is connected.
  public var hasScreen: Bool
  /// A closed table gets nobody.
  public var isOpen: Bool

  public init(name: String, seats: Int, hasScreen: Bool = false, isOpen: Bool = true) {
    self.name = name
    self.seats = seats
    self.hasScreen = hasScreen
    self.isOpen = isOpen
  }
}
