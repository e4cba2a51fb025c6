/// All that the planner knows when it seats one round.
public struct SeatingRequest: Sendable {
  /// Counts from 1.
  public var round: Int
  /// Everybody who is there, each once.
  public var people: [Guest]
  public var settings: GroupSettings
  /// Where some of the people are; nil if place plays no part.
  public var venue: Venue?
  public var rules: Rules
  /// Pairs who both wish to meet (again) and have not been granted it yet; such a meeting is no repeat.
  public var wishes: Set<Pair>
  public var history: History
  /// The same request with the same seed gets the same seating, on every machine.
  public var seed: UInt64
  /// How many rounds the evening may have in all; nil if nobody knows.
  public var roundsHint: Int?
  public var effort: Effort
  /// What the last seating of the same evening handed back.
  public var template: Template?

  public init(
    round: Int, people: [Guest], settings: GroupSettings, venue: Venue? = nil, rules: Rules = Rules(),
    wishes: Set<Pair> = [],
    history: History = History(), seed: UInt64 = 0, roundsHint: Int? = nil, effort: Effort = .standard,
    template: Template? = nil
  ) {
    self.round = round
    self.people = people
    self.settings = settings
    self.venue = venue
    self.rules = rules
    self.wishes = wishes
    self.history = history
    self.seed = seed
    self.roundsHint = roundsHint
    self.effort = effort
    self.template = template
  }
}

extension SeatingRequest {
  /// Finds what nobody could seat as it stands.
  ///
  /// - Throws: the first contradiction among rules and settings.
  public func check() throws(SeatingError) { try Contradictions.refuse(self) }

  /// The request without the wishes for company that contradict something stronger, and what was wrong with them.
  ///
  /// Whoever is kept apart stays apart. What is wrong with sizes and tables stays wrong.
  public func withoutContradictions() -> (request: SeatingRequest, dropped: [SeatingError]) {
    var request = self
    var dropped: [SeatingError] = []
    while true {
      do throws(SeatingError) {
        try request.check()
        return (request, dropped)
      } catch {
        switch error {
        case .togetherAndApart(let pair): request.rules.keepTogether.remove(pair)
        case .chainApart(let people, _), .chainTooLong(let people, _):
          request.rules.keepTogether = request.rules.keepTogether.filter { !people.contains($0.low) }
        case .mixEmpty: request.rules.mix = nil
        case .sizeTooSmall, .minimumOverMaximum, .sizeOutsideBounds, .noTables, .twice:
          return (request, dropped)
        }
        dropped.append(error)
      }
    }
  }
}

/// How much work a seating may cost, in units that no clock decides.
public struct Effort: Hashable, Sendable, Codable {
  /// One unit is one exchange of two people weighed; about 5 ns in a release build.
  public var units: Int

  public init(units: Int) {
    self.units = units
  }

  /// About 50 ms at the most; a seating with nothing left to improve ends at once.
  public static let standard = Effort(units: 10_000_000)
  /// For a rehearsal or a rush: a first seating with little repair.
  public static let quick = Effort(units: 500_000)
}
