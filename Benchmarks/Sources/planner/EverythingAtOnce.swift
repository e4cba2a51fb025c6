import Pairing

/// A thousand people with churn, companies, topics, wishes and blocks at once, beside exact matching.
enum EverythingAtOnce {
  static func print() throws {
    var evening = Evening(1_000, 2, 6)
    evening.churn = 5
    evening.hint = nil
    evening.wishesEachRound = 60
    evening.traits = { number in
      var draw = Draw(seed: UInt64(number) &* 31)
      return Traits(
        organization: "company \(draw.below(60))", topics: (0..<3).map { _ in "topic \(draw.below(20))" })
    }
    evening.rules = Rules(avoidSame: AvoidSame(attribute: "org"), sharesTopics: true)
    var draw = Draw(seed: 5)
    for _ in 0..<200 {
      let (one, other) = (1 + draw.below(1_000), 1 + draw.below(1_000))
      if one != other {
        evening.rules.keepApart.insert(Pair(PersonID(rawValue: one), PersonID(rawValue: other)))
      }
    }
    Swift.print(
      "| planner | repeats | apart | wishes granted, of possible at once | colleagues | topics shared | slowest round |"
    )
    Swift.print("| --- | --- | --- | --- | --- | --- | --- |")
    row("random", evening.run(seed: 1, planner: Baseline.random))
    row("Pairing", try evening.run(seed: 1) { try seat($0) })
    // With as many units as the cube of the people, pairs are matched exactly.
    evening.effort = Effort(units: 1_000_000_000)
    row("exact matching", try evening.run(seed: 1) { try seat($0) })
  }

  private static func row(_ name: String, _ outcome: Outcome) {
    let wishes = "\(outcome.granted) of \(outcome.possible)"
    Swift.print(
      "| \(name) | \(outcome.repeats) | \(outcome.apart) | \(wishes) | \(outcome.same) | \(outcome.shared) |",
      "\(Bars.milliseconds(outcome.slowest)) |")
  }
}
