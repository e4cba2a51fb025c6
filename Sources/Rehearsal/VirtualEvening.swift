public import Pairing
public import Rounds

/// A gathering under a clock that is turned by hand, seated by the planner as soon as it asks.
///
/// It is the production core with nothing around it: an evening takes as long as it takes to compute.
public struct VirtualEvening: Sendable {
  /// A change and when it was made.
  public struct Entry: Sendable {
    public let at: Instant
    public let change: Change
  }

  public private(set) var gathering: Gathering
  /// Milliseconds since the evening began, as an instant.
  public private(set) var now = Instant(milliseconds: 0)
  /// Everything that happened, to be looked at or played again.
  public private(set) var record: [Entry] = []

  /// - Parameter count: people who have joined at the beginning, `p1` and on.
  public init(people count: Int = 0, policy: Policy = Policy(effort: .quick)) throws(Refusal) {
    guard let id = GatheringID("rehearsal") else { preconditionFailure("not a gathering's id") }
    gathering = Gathering(
      id: id, title: "Rehearsal", locale: "en", isOpen: true, policy: policy)
    for number in 0..<count { try give(.join(Arrival(name: "Guest \(number + 1)"))) }
  }

  /// Gives a command at the present instant.
  public mutating func give(_ command: Command) throws(Refusal) {
    let now = now
    var changes: [Change] = []
    try gathering.perform(command, at: now) { change, _ in changes.append(change) }
    record += changes.map { Entry(at: now, change: $0) }
    planIfAsked()
  }

  /// When something happens next by itself.
  public var nextDeadline: Instant? { gathering.nextDeadline(after: now) }

  /// The server dies: nothing but the record is left. It comes back after a while, and nobody has a connection.
  public mutating func crash(downFor length: Milliseconds) throws(Refusal) {
    gathering = replayed()
    now = now + length
    try give(.interrupt)
  }

  /// Lets time pass, stopping at each deadline on the way.
  public mutating func wait(seconds: Double) {
    wait(until: now + Milliseconds(seconds * 1000))
  }

  public mutating func wait(until end: Instant) {
    while let deadline = gathering.nextDeadline(after: now), deadline <= end {
      now = max(now, deadline)
      settle()
    }
    now = end
    settle()
  }

  /// The loop was busy, or the machine asleep: the time is gone all at once.
  public mutating func oversleep(seconds: Double) {
    now = now + Milliseconds(seconds * 1000)
    settle()
  }

  /// The same evening made from its record alone, as a server does after a restart.
  public func replayed() -> Gathering {
    var copy = Gathering(
      id: gathering.id, title: gathering.title, locale: gathering.locale, isOpen: gathering.isOpen,
      policy: gathering.policy)
    for entry in record { copy.apply(entry.change, at: entry.at) }
    return copy
  }

  private mutating func settle() {
    let now = now
    var changes: [Change] = []
    gathering.settle(at: now) { change, _ in changes.append(change) }
    record += changes.map { Entry(at: now, change: $0) }
    planIfAsked()
  }

  private mutating func planIfAsked() {
    guard let call = gathering.callToSeat(at: now) else { return }
    do {
      let (request, _) = gathering.seatingRequest(for: call).withoutContradictions()
      try give(.seat(call, seat(request)))
    } catch {
      preconditionFailure("the planner contradicts the gathering: \(error)")
    }
  }
}
