public import Pairing

/// What somebody may do in a gathering. Only participants and tables sit in rooms.
public enum Role: String, Sendable, Codable, CaseIterable {
  case participant, host, board, table, organizer

  /// Whether the role runs the evening: hosts in the browser, organizers from the terminal.
  public var leads: Bool { self == .host || self == .organizer }
}

/// Where somebody takes part from.
public enum Mode: String, Sendable, Codable, CaseIterable {
  case online, venue
}

/// What a person lets the others of a room know.
public struct Profile: Hashable, Sendable, Codable {
  /// One line in the person's own words.
  public var headline: String
  public var company: String
  public var topics: [String]
  /// The answer to the organizer's question; empty if there is none.
  public var answer: String

  public init(headline: String = "", company: String = "", topics: [String] = [], answer: String = "") {
    self.headline = headline
    self.company = company
    self.topics = topics
    self.answer = answer
  }

  /// Journals from before there was an answer have none.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    headline = try values.decode(String.self, forKey: .headline)
    company = try values.decode(String.self, forKey: .company)
    topics = try values.decode([String].self, forKey: .topics)
    answer = try values.decodeIfPresent(String.self, forKey: .answer) ?? ""
  }
}

/// Whether a person can be reached. Each case says what may come next.
public enum Presence: Hashable, Sendable, Codable {
  /// On the guest list; next is `present`.
  case expected
  /// Has an open connection; next is `lost` or `left`.
  case present
  /// Is in the venue without a page: a host said so at the door. Next is `present`, `left`, or
  /// `expected` where that was a mistake.
  case checkedIn
  /// The connection went at that time; the seat is kept for a while. Next is `present`, `away` or `left`.
  case lost(since: Instant)
  /// Was lost for too long: no seat, welcome back any time. Next is `present` or `left`.
  case away
  /// Left for good; a new join with the same identity makes it `present` again.
  case left
  /// Removed by a host; nothing comes after.
  case removed
}

/// Somebody on the guest list or in the gathering.
public struct Person: Hashable, Sendable, Codable {
  public let id: PersonID
  /// The stable identity that a token's `sub` gives; nil for whoever came by the plain link.
  public let subject: String?
  public var name: String
  public var mode: Mode
  public var profile: Profile
  /// Told to a match only.
  public var contact: String
  /// The part that a guest list gives somebody in the rules of seating, such as `mentor`; empty if none.
  public var part: String
  public var presence: Presence
  /// Sits the coming rounds out.
  public var isPassing: Bool
  /// Who has taken the person out; nil where sitting out is their own wish. Journals from before hosts could have none.
  public var takenOutBy: Role?
  /// The table whose screen this is; nil for everybody of flesh and blood.
  public let table: String?

  public init(
    id: PersonID, subject: String? = nil, name: String, table: String? = nil, mode: Mode = .online,
    profile: Profile = Profile(),
    contact: String = "", part: String = "", presence: Presence = .expected, isPassing: Bool = false
  ) {
    self.id = id
    self.subject = subject
    self.name = name
    self.mode = mode
    self.profile = profile
    self.contact = contact
    self.part = part
    self.presence = presence
    self.isPassing = isPassing
    self.table = table
  }

  public var isPresent: Bool { presence == .present }

  public var isScreen: Bool { table != nil }

  /// Here, or lost so recently that the seat is kept.
  public var holdsSeat: Bool {
    switch presence {
    case .present, .checkedIn, .lost: true
    case .expected, .away, .left, .removed: false
    }
  }
}
