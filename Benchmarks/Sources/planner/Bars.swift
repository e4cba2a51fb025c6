import Pairing

/// The instances that the planner is held to, beside what a shuffle and a greedy hand come to.
enum Bars {
  static func print() throws {
    Swift.print(
      "| instance | bar | repeats, worst of the seeds | random | greedy | exact matching | slowest round | memory |"
    )
    Swift.print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    try row("15 in threes × 7", "0", Evening(15, 3, 7))
    try row("16 in fours × 5", "0", Evening(16, 4, 5))
    try row("24 in fours × 7", "0", Evening(24, 4, 7))
    try row("28 in fours × 9", "0", Evening(28, 4, 9))
    try row("30 in threes × 14", "0", Evening(30, 3, 14))
    try row("36 in fours × 11", "0", Evening(36, 4, 11))
    try row("32 in fours × 10", "16", Evening(32, 4, 10))
    try row("32 in pairs × 31", "0", Evening(32, 2, 31), seeds: 20)
    try row("33 in pairs × 28", "0", Evening(33, 2, 28), seeds: 20)
    var couples = Evening(50, 5, 9)
    couples.rules.keepTogether = Set(
      (0..<6).map { Pair(PersonID(rawValue: 2 * $0 + 1), PersonID(rawValue: 2 * $0 + 2)) })
    try row("50 in fives × 9, 6 couples", "8, all couples", couples)
    var churn = Evening(100, 4, 15)
    churn.churn = 10
    churn.hint = nil
    try row("100 in fours × 15, 10 % churn", "0", churn)
    try row("1,000 in pairs × 20", "0, 25 ms", Evening(1_000, 2, 20), seeds: 2)
    try row("1,000 in fours × 20", "0, 25 ms", Evening(1_000, 4, 20), seeds: 2)
    try row("10,000 in pairs × 20", "0, 150 ms", Evening(10_000, 2, 20), seeds: 1)
    try row("10,000 in fours × 20", "0, 150 ms", Evening(10_000, 4, 20), seeds: 1)
  }

  private static func row(_ name: String, _ bar: String, _ evening: Evening, seeds: UInt64 = 5) throws {
    let outcomes = try (1...seeds).map { seed in try evening.run(seed: seed) { try seat($0) } }
    let random = evening.run(seed: 1, planner: Baseline.random)
    let greedy = evening.run(seed: 1, planner: Baseline.greedy)
    let exact = evening.settings.size == 2 && evening.people <= 1_000 ? "\(try exactly(evening).repeats)" : ""
    let worst = outcomes.map(\.repeats).max()!
    var reached = "\(worst)"
    if !evening.rules.keepTogether.isEmpty {
      let kept = outcomes.map(\.together).min()!
      reached += ", \(kept) of \(evening.rules.keepTogether.count * evening.rounds) kept"
    }
    let slowest = outcomes.map(\.slowest).max()!
    Swift.print(
      "| \(name) | \(bar) | \(reached) | \(random.repeats) | \(greedy.repeats) | \(exact) |",
      "\(milliseconds(slowest)) | \(outcomes.map(\.kilobytes).max()! / 1024) MB |")
  }

  /// Pairs matched exactly, each round for itself: as many units as the cube of the people, and no template.
  private static func exactly(_ evening: Evening) throws -> Outcome {
    var evening = evening
    evening.effort = Effort(units: 1_000_000_000)
    return try evening.run(seed: 1) { request in
      var request = request
      request.template = nil
      request.roundsHint = nil
      return try seat(request)
    }
  }

  static func milliseconds(_ time: Duration) -> String {
    let tenths = time.components.seconds * 10_000 + time.components.attoseconds / 100_000_000_000_000
    return "\(tenths / 10).\(tenths % 10) ms"
  }
}
