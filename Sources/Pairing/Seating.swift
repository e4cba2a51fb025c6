/// Who sits with whom in one round.
public struct Seating: Hashable, Sendable {
  /// Everybody who sits, each once; people in rising order.
  public var groups: [[PersonID]]
  /// The table of each group, as an index into the tables of the venue or of the settings; nil without tables. A
  /// group of people at home has none.
  public var tables: [Int?]?
  /// Whoever has no group this time, rising.
  public var sittingOut: [PersonID]
  /// To be handed to the next request as it is, and kept with the evening.
  public var template: Template?
  public var report: SeatingReport

  public init(
    groups: [[PersonID]], tables: [Int?]? = nil, sittingOut: [PersonID] = [], template: Template? = nil,
    report: SeatingReport
  ) {
    self.groups = groups
    self.tables = tables
    self.sittingOut = sittingOut
    self.template = template
    self.report = report
  }
}

/// What a seating reached, in the order of the goals.
public struct SeatingReport: Hashable, Sendable, Codable {
  /// Where a seating came from.
  public enum Method: String, Hashable, Sendable, Codable {
    case greedy, search, matching, template
  }

  public var method: Method
  /// People missing from or too many in the groups' mix.
  public var mixMissed = 0
  /// Pairs that meet again, without those kept together and those who wished it.
  public var repeats = 0
  /// Repeats that no seating of these people in this round could have avoided, as far as that was shown.
  public var repeatsAtLeast = 0
  /// Pairs that should sit together and don't.
  public var parted: [Pair] = []
  /// Wishes that this seating grants.
  public var granted: [Pair] = []
  /// Pairs with the same value of the attribute to avoid.
  public var same = 0
  /// Topics shared, summed over all pairs that sit together.
  public var sharedTopics = 0
  /// Units of ``Effort`` used.
  public var work = 0

  public init(method: Method) {
    self.method = method
  }
}
