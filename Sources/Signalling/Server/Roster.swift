public import Rounds

/// Everybody on the list or in the gathering.
public struct Roster: Hashable, Sendable {
  public var people: [RosterEntry]
  public var phase: Phase
  public var present: Int

  public init(people: [RosterEntry], phase: Phase, present: Int) {
    self.people = people
    self.phase = phase
    self.present = present
  }
}
