/// Whom a host would rather seat together, or apart.
public struct PairingWishes: Hashable, Sendable {
  /// Colleagues sit apart.
  public var avoidsSameCompany: Bool
  /// What is avoided is forbidden, even if somebody then waits.
  public var isHard: Bool
  /// People with a topic in common sit together.
  public var prefersSharedTopics: Bool
  /// People in the venue and people online sit together.
  public var mixesModes: Bool

  public init(
    avoidsSameCompany: Bool = false, isHard: Bool = false, prefersSharedTopics: Bool = false,
    mixesModes: Bool = false
  ) {
    self.avoidsSameCompany = avoidsSameCompany
    self.isHard = isHard
    self.prefersSharedTopics = prefersSharedTopics
    self.mixesModes = mixesModes
  }
}
