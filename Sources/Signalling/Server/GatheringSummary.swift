public import Rounds

/// A line in the list of gatherings.
public struct GatheringSummary: Hashable, Sendable {
  public var gathering: GatheringInfo
  public var phase: Phase
  public var present: Int
  /// Everybody on the list, present or not.
  public var people: Int

  public init(gathering: GatheringInfo, phase: Phase, present: Int, people: Int) {
    self.gathering = gathering
    self.phase = phase
    self.present = present
    self.people = people
  }
}
