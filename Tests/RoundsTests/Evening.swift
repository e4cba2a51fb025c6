import Pairing
import Rounds

/// A gathering under a hand-turned clock, seated by the planner as soon as it asks.
struct Evening {
  var gathering: Gathering
  /// Milliseconds since the evening began.
  private(set) var clock: Int64 = 0
  /// Every change with its time, to be played again.
  private(set) var record: [(at: Instant, change: Change)] = []

  init(people count: Int = 0, policy: Policy = Policy(effort: Effort(units: 2_000))) {
    gathering = Gathering(
      id: GatheringID("cafe")!, title: "Café", locale: "es", isOpen: true, policy: policy)
    for number in 0..<count { try! give(.join(Arrival(name: "Guest \(number + 1)"))) }
  }

  var now: Instant { Instant(milliseconds: clock) }

  mutating func give(_ command: Command) throws {
    let now = now
    var changes: [Change] = []
    try gathering.perform(command, at: now) { change, _ in changes.append(change) }
    record += changes.map { (now, $0) }
    try planIfAsked()
  }

  /// Lets time pass, stopping at each deadline on the way.
  mutating func wait(_ seconds: Double) {
    let end = clock + Int64(seconds * 1000)
    while let deadline = gathering.nextDeadline(after: now), deadline.milliseconds <= end {
      clock = max(clock, deadline.milliseconds)
      tick()
    }
    clock = end
    tick()
  }

  /// The loop was busy, or the machine asleep: the time is gone all at once.
  mutating func sleep(_ seconds: Double) {
    clock += Int64(seconds * 1000)
    tick()
  }

  private mutating func tick() {
    let now = now
    var changes: [Change] = []
    gathering.settle(at: now) { change, _ in changes.append(change) }
    record += changes.map { (now, $0) }
    try! planIfAsked()
  }

  private mutating func planIfAsked() throws {
    if let request = gathering.seatingRequest(at: now) {
      try give(.seat(round: request.round, try seat(request)))
    }
  }

  func replayed() -> Gathering {
    var copy = Gathering(
      id: gathering.id, title: gathering.title, locale: gathering.locale, isOpen: gathering.isOpen,
      policy: gathering.policy)
    for (at, change) in record { copy.apply(change, at: at) }
    return copy
  }

  /// Who sits together in the running round, drawn as `p1+p2 p3+p4`.
  var rooms: String { Self.draw(gathering.running) }

  var comingRooms: String { Self.draw(gathering.coming?.round) }

  private static func draw(_ round: Round?) -> String {
    (round?.rooms ?? []).map { $0.people.sorted().map(\.description).joined(separator: "+") }
      .filter { !$0.isEmpty }.sorted().joined(separator: " ")
  }
}

func p(_ number: Int) -> PersonID { PersonID(rawValue: number) }
