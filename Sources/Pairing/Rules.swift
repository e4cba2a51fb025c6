/// What a seating must and should hold, besides that nobody meets anybody twice.
public struct Rules: Hashable, Sendable {
  /// Never in one group, whatever it costs.
  public var keepApart: Set<Pair>
  /// Always in one group; their meeting is never a repeat.
  public var keepTogether: Set<Pair>
  public var avoidSame: AvoidSame?
  public var mix: Mix?
  /// Whether people who share topics should find each other.
  public var sharesTopics: Bool

  public init(
    keepApart: Set<Pair> = [], keepTogether: Set<Pair> = [], avoidSame: AvoidSame? = nil, mix: Mix? = nil,
    sharesTopics: Bool = false
  ) {
    self.keepApart = keepApart
    self.keepTogether = keepTogether
    self.avoidSame = avoidSame
    self.mix = mix
    self.sharesTopics = sharesTopics
  }
}

/// People with the same value of an attribute sit apart: colleagues of one company, say.
public struct AvoidSame: Hashable, Sendable {
  /// As in ``Traits/subscript(_:)``.
  public var attribute: String
  /// Hard is as absolute as `keepApart`; soft yields to everything but topics.
  public var isHard: Bool

  public init(attribute: String, isHard: Bool = false) {
    self.attribute = attribute
    self.isHard = isHard
  }
}

/// How many people with each value of an attribute a group should hold.
public struct Mix: Hashable, Sendable {
  /// As in ``Traits/subscript(_:)``.
  public var attribute: String
  /// Value → people of that value in each group. Values that aren't named are free.
  public var perGroup: [String: ClosedRange<Int>]

  public init(attribute: String, perGroup: [String: ClosedRange<Int>]) {
    self.attribute = attribute
    self.perGroup = perGroup
  }
}
