public import Pairing
public import Rounds

/// Who is here.
public struct Lobby: Hashable, Sendable {
  /// A person as the lobby shows them.
  public struct Card: Hashable, Sendable {
    public var id: PersonID
    public var name: String
    public var mode: Mode
    public var profile: Profile

    public init(id: PersonID, name: String, mode: Mode, profile: Profile) {
      self.id = id
      self.name = name
      self.mode = mode
      self.profile = profile
    }
  }

  /// How many are present, shown or not.
  public var present: Int
  /// Some of them, at most ``Lobby/shown``.
  public var people: [Card]

  /// Cards in one message: what a screen shows.
  public static let shown = 24

  public init(present: Int, people: [Card]) {
    self.present = present
    self.people = people
  }
}
