import Pairing

/// How whoever leads wants people brought together in a round.
public struct PairingRules: Hashable, Sendable, Codable {
  /// What a rule may ask about a person.
  public enum Attribute: String, Sendable, Codable, CaseIterable {
    case company
    /// `role` outside, as guest lists call it; inside that word means what somebody may do.
    case part = "role"
    case mode
  }

  /// How many people with each value of an attribute a room should hold.
  public struct Mix: Hashable, Sendable, Codable {
    public var attribute: Attribute
    /// Value → people of that value in each room; values that aren't named are free.
    public var perGroup: [String: ClosedRange<Int>]

    public init(attribute: Attribute, perGroup: [String: ClosedRange<Int>]) {
      self.attribute = attribute
      self.perGroup = perGroup
    }

    /// Somebody online and somebody from the venue in every room.
    public static let modes = Mix(
      attribute: .mode,
      perGroup: Dictionary(uniqueKeysWithValues: Mode.allCases.map { ($0.rawValue, 1...Room.mostPeople) }))
  }

  /// People with the same value sit apart.
  public var avoidsSame: Attribute?
  /// What is avoided is forbidden, even if somebody then waits.
  public var isHard: Bool
  /// People with a topic in common sit together.
  public var prefersSharedTopics: Bool
  public var mix: Mix?
  /// The smallest and the largest room; nil for two, and one more than the size asked for.
  public var sizes: ClosedRange<Int>?
  /// Whether those who wished another coffee with each other sit together even if they have had it already.
  public var honoursWishesAgain: Bool

  public init(
    avoidsSame: Attribute? = nil, isHard: Bool = false, prefersSharedTopics: Bool = false, mix: Mix? = nil,
    sizes: ClosedRange<Int>? = nil, honoursWishesAgain: Bool = false
  ) {
    self.avoidsSame = avoidsSame
    self.isHard = isHard
    self.prefersSharedTopics = prefersSharedTopics
    self.mix = mix
    self.sizes = sizes
    self.honoursWishesAgain = honoursWishesAgain
  }
}

extension PairingRules.Attribute {
  /// As ``Traits`` calls it.
  var trait: String {
    switch self {
    case .company: "org"
    case .part: "role"
    case .mode: "site"
    }
  }
}

extension Person {
  subscript(attribute: PairingRules.Attribute) -> String {
    switch attribute {
    case .company: profile.company
    case .part: part
    case .mode: mode.rawValue
    }
  }

  var traits: Traits {
    Traits(organization: profile.company, part: part, site: mode.rawValue, topics: profile.topics)
  }
}
