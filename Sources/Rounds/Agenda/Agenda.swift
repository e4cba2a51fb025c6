/// The scripted evening, as an organizer wrote it.
public struct Agenda: Hashable, Sendable, Codable {
  public static let mostSteps = 100

  /// What the gathering is called from now on; nil leaves it as it is.
  public var title: String?
  /// The language of the gathering, as `es` or `en`; nil leaves it as it is.
  public var locale: String?
  /// When it begins by itself; nil if somebody starts it by hand.
  public var start: Instant?
  /// What everybody is asked at the door, and answers on their card; nil asks nothing in particular.
  public var question: String?
  /// The tables of the venue from now on; nil leaves them as they are.
  public var tables: [Table]?
  /// How long before a round people are told their table, to walk there; nil tells them with everybody else.
  public var walk: Milliseconds?
  /// Never empty.
  public var steps: [AgendaStep]

  public init(
    title: String? = nil, locale: String? = nil, start: Instant? = nil, question: String? = nil,
    tables: [Table]? = nil, walk: Milliseconds? = nil, steps: [AgendaStep]
  ) {
    precondition(!steps.isEmpty, "an agenda without a step")
    self.title = title
    self.locale = locale
    self.start = start
    self.question = question
    self.tables = tables
    self.walk = walk
    self.steps = steps
  }
}
