public import Pairing

/// A breakout room of one round.
public struct Room: Hashable, Sendable, Codable {
  /// A mesh of browsers carries no more.
  public static let mostPeople = 6

  public let id: RoomID
  /// In the order in which they were seated.
  public internal(set) var people: [PersonID]
  /// The table in the venue at which they sit; nil for a room of people at home.
  public let table: String?
  /// The table's screen, which joins those at home to those around the table; nil while there is none.
  public internal(set) var screen: PersonID?
  /// How often a pair had to start anew, plus one; pairs that never did are not listed.
  var links: [Pair: Int] = [:]

  init(id: RoomID, people: [PersonID], table: String? = nil, screen: PersonID? = nil) {
    self.id = id
    self.people = people
    self.table = table
    self.screen = screen
  }

  /// The number of the pair's present link.
  public func link(_ pair: Pair) -> Int {
    links[pair] ?? 1
  }

  /// Whether `person` makes the first offer to `peer`; of every two exactly one does.
  public static func initiates(_ person: PersonID, towards peer: PersonID) -> Bool {
    person < peer
  }

  mutating func relink(_ pair: Pair) {
    links[pair] = link(pair) + 1
  }
}
