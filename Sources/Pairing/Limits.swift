/// Every limit of the planner, with its unit and its reason.
enum Limits {
  /// People up to whom every pair's cost stands in a table: 16 bytes each, 2.5 MB in all.
  static let denseCosts = 400
  /// People up to whom pairs can be matched exactly: the sums of goals have room for five hundred pairs. As many as
  /// the cube of the people are units of work, so that the standard effort stops at 215 (about 20 ms).
  static let exactPairs = 1_000
  /// Layouts of groups tried before somebody has to sit out for a hard rule.
  static let layouts = 6
  /// Units of work for every layout that is tried, however much others took: enough to find whether rules can be held.
  static let leastUnits = 5_000
  /// Times met, capped for the order among repeats (3 bits).
  static let timesMet = 7
  /// Rounds since the last meeting, capped for the order among repeats (4 bits).
  static let roundsAgo = 15
  /// Repeats a person bore before, capped for the order among repeats (3 bits).
  static let burden = 7
  /// Times in an odd group that count (3 bits).
  static let oddTimes = 7
  /// Times sat out that count for fairness (5 bits).
  static let timesSatOut = 31
}
