import Pairing
public import Rounds

/// A whole evening with simulated people, some of whom come late, never, or lose their connection for a while.
public struct Rehearsal: Sendable {
  public var people: Int
  public var settings: RoundSettings
  /// How many of a hundred never come.
  public var noShowPercent = 0
  /// How many of a hundred come during the first round.
  public var latePercent = 0
  /// How many of a hundred lose their connection once in each round, for up to a minute.
  public var dropPercent = 0
  /// The same rehearsal with the same seed is the same evening.
  public var seed: UInt64

  /// - Parameter settings: with as many `rounds` as the evening has.
  public init(people: Int, settings: RoundSettings, seed: UInt64) {
    self.people = people
    self.settings = settings
    self.seed = seed
  }

  /// Runs the evening from the first guest to the last round's end.
  ///
  /// - Throws: a `Refusal` if the round cannot start, as with fewer than two people.
  public func run() throws(Refusal) -> Report {
    var chance = SplitMix64(seed: seed)
    var evening = try VirtualEvening()
    var late: [Int] = []
    for number in 1...max(1, people) {
      if chance.percent(noShowPercent) { continue }
      if chance.percent(latePercent) { late.append(number) } else { try join(number, &evening) }
    }
    try evening.give(.start(settings, inside: 0))
    let step = Double(settings.length) / 1000 / 4
    for quarter in 0..<settings.rounds * 4 {
      if quarter == 1 { for number in late { try join(number, &evening) } }
      if quarter % 4 == 2 { try drop(&evening, &chance) }
      evening.wait(seconds: step)
    }
    return Report(evening)
  }

  private func join(_ number: Int, _ evening: inout VirtualEvening) throws(Refusal) {
    try evening.give(.join(Arrival(subject: "guest-\(number)", name: "Guest \(number)")))
  }

  private func drop(_ evening: inout VirtualEvening, _ chance: inout SplitMix64) throws(Refusal) {
    for person in evening.gathering.people {
      if person.isPresent {
        if chance.percent(dropPercent) { try evening.give(.disconnect(person.id)) }
      } else if chance.percent(50) {
        try evening.give(.join(Arrival(resuming: person.id)))
      }
    }
  }
}

extension SplitMix64 {
  fileprivate mutating func percent(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }
}
