// The rules of an evening as one value. It may not know of clocks, connections, languages or files: what time it
// is comes with each call, and what follows for the outside is read off the changes.

public import Pairing

/// One gathering: its people, its rounds, and what comes next.
///
/// `perform` decides what a command changes and makes the changes; `apply` makes recorded changes again. Both lead to
/// the same state, so that a journal of changes is enough to bring an evening back.
public struct Gathering: Hashable, Sendable, Codable {
  /// Where the evening stands. A lobby and the end remember the number of the last round that ran.
  public enum Stage: Hashable, Sendable, Codable {
    /// Next is a round, or the end.
    case lobby(last: Int)
    /// Next is another round, the lobby, or the end.
    case round(Round)
    case ended(last: Int)
  }

  public let id: GatheringID
  public internal(set) var title: String
  /// The language of the gathering, as `es` or `en`.
  public internal(set) var locale: String
  /// Whether the plain link is enough to join.
  public let isOpen: Bool
  public internal(set) var policy: Policy

  public internal(set) var stage = Stage.lobby(last: 0)
  public internal(set) var coming: Coming?
  /// The scripted evening, once there is one.
  public internal(set) var script: Script?
  /// Everybody on the list, by number: `p1` comes first.
  public internal(set) var people: [Person] = []
  public internal(set) var history = History()
  /// The venue's tables, in the organizer's order.
  public internal(set) var tables: [Table] = []
  /// Rooms of the running round that want a host, and who called.
  public internal(set) var helpCalls: [RoomID: PersonID] = [:]
  var subjects: [String: PersonID] = [:]
  /// The screens that ever were there, by table.
  var screens: [String: PersonID] = [:]
  var wishes: [PersonID: Set<PersonID>] = [:]
  /// Who never sits with whom, by own wish.
  var blocks: [PersonID: Set<PersonID>] = [:]
  public internal(set) var kept: [Pair: PairRule] = [:]
  /// Matches that have had their other coffee.
  var granted: Set<Pair> = []
  /// Lost connections; the first of each kind is always of somebody who is still lost.
  var losses = Losses()
  var template: Template?
  /// When the server last started anew.
  var interruptedAt: Instant?

  public init(id: GatheringID, title: String, locale: String, isOpen: Bool, policy: Policy = Policy()) {
    self.id = id
    self.title = title
    self.locale = locale
    self.isOpen = isOpen
    self.policy = policy
  }
}

extension Gathering {
  /// The same under the settings of a server that starts anew.
  public func under(_ policy: Policy) -> Gathering {
    var copy = self
    copy.policy = policy
    return copy
  }

  public subscript(_ id: PersonID) -> Person? {
    people.indices.contains(id.rawValue - 1) ? people[id.rawValue - 1] : nil
  }

  public func person(subject: String) -> Person? {
    subjects[subject].flatMap { self[$0] }
  }

  public var running: Round? {
    if case .round(let round) = stage { round } else { nil }
  }

  public var hasEnded: Bool {
    if case .ended = stage { true } else { false }
  }

  /// The number of the running round, or of the last one; 0 before the first.
  public var roundNumber: Int {
    switch stage {
    case .lobby(let last), .ended(let last): last
    case .round(let round): round.number
    }
  }

  /// The running or the coming round of that number.
  public func round(_ number: Int) -> Round? {
    if case .round(let round) = stage, round.number == number { return round }
    if case .seated(let round) = coming, round.number == number { return round }
    return nil
  }

  /// A room of the running or of the coming round.
  public func room(_ id: RoomID) -> Room? {
    round(id.round)?.room(id)
  }

  /// Whether the person sits in that room, now or in the coming round. Asked for every relayed frame.
  public func sits(_ person: PersonID, in room: RoomID) -> Bool {
    if case .round(let round) = stage, round.number == room.round { return round.seats(person, in: room) }
    if case .seated(let round) = coming, round.number == room.round { return round.seats(person, in: room) }
    return false
  }

  /// Those who wished another coffee with that person, who wished it of them.
  public func matches(of person: PersonID) -> [Person] {
    wishes[person, default: []].sorted().filter { isMatch(Pair(person, $0)) }.compactMap { self[$0] }
  }

  /// How many pairs both wished another coffee, and how many of them have had it.
  public var matchCount: Int {
    wishes.reduce(0) { sum, entry in
      sum + entry.value.count { entry.key < $0 && isMatch(Pair(entry.key, $0)) }
    }
  }
  public var grantedCount: Int { granted.count }

  /// Whether both wished another coffee with each other.
  public func isMatch(_ pair: Pair) -> Bool {
    wishes[pair.low]?.contains(pair.high) == true && wishes[pair.high]?.contains(pair.low) == true
  }
}
