import Pairing

// A seating goes stale as people come and go. Only the rooms concerned are changed; the rest talk on undisturbed.
extension Round {
  /// A room is looked at closely only if it is among the first of its kind: a late comer of ten thousand waits for
  /// no search.
  private static let closelyLookedAt = 64

  /// How much a room wants one more, the keenest first.
  enum Welcome: Int {
    /// Somebody sits there alone.
    case lonely
    /// All others of the room have lost their connection.
    case deserted
    case free
    /// At the size that was asked for.
    case full
    /// Beyond it: still better than waiting.
    case crowded
  }

  /// What a repair has to know of people.
  struct Company {
    /// How often a pair has met before.
    let met: (Pair) -> Int
    /// Whether somebody who has a seat is connected.
    let isPresent: (PersonID) -> Bool
    /// Whether the rules let two people sit in one room.
    let mayMeet: (Pair) -> Bool
    /// Whether the room has a seat for somebody, where that person is.
    let hasSeat: (PersonID, Room) -> Bool
    /// Where two people could sit down with each other.
    let place: (PersonID, PersonID) -> Place?
  }

  /// The moves that bring one more person into company; nil when nobody is left who could be.
  func repair(_ company: Company) -> [Move]? {
    if waiting.isEmpty && lonely.isEmpty { return nil }
    let alone = lonely.sorted().map { rooms[$0 - 1] }
    let unseated = waiting.sorted()
    for (person, from) in unseated.map({ ($0, RoomID?.none) }) + alone.map({ ($0.people[0], $0.id) }) {
      if let from, !company.isPresent(person) { return [Move(person: person, from: from, to: nil)] }
      let found = room(for: person, company)
      if let found, found.welcome.rawValue < Welcome.full.rawValue {
        return [Move(person: person, from: from, to: found.id)]
      }
      let others = unseated.filter {
        $0 != person && company.mayMeet(Pair(person, $0)) && company.place(person, $0) != nil
      }
      let met = company.met
      if let other = others.min(by: { (met(Pair(person, $0)), $0) < (met(Pair(person, $1)), $1) }) {
        let table: String? = if case .table(let name) = company.place(person, other) { name } else { nil }
        return [
          Move(person: person, from: from, to: nextRoom, table: table),
          Move(person: other, from: nil, to: nextRoom),
        ]
      }
      if let found { return [Move(person: person, from: from, to: found.id)] }
      if let from { return [Move(person: person, from: from, to: nil)] }
    }
    return nil
  }

  /// The room that suits the person best: it wants one more most, then has the fewest whom the person knows, then
  /// the fewest people.
  func room(for person: PersonID, _ company: Company) -> (id: RoomID, welcome: Welcome)? {
    var best: (id: RoomID, welcome: Welcome)?
    var bestRank = (Int.max, Int.max, Int.max)
    var lookedAt = 0
    for room in rooms where !room.people.contains(person) {
      guard let welcome = welcome(of: room, company.isPresent), welcome.rawValue <= bestRank.0 else {
        continue
      }
      guard company.hasSeat(person, room), room.people.allSatisfy({ company.mayMeet(Pair(person, $0)) })
      else { continue }
      if welcome.rawValue < bestRank.0 { lookedAt = 0 }
      guard lookedAt < Self.closelyLookedAt else { continue }
      lookedAt += 1
      let repeats = room.people.reduce(0) { $0 + company.met(Pair(person, $1)) }
      let rank = (welcome.rawValue, repeats, room.people.count)
      if rank < bestRank { (best, bestRank) = ((room.id, welcome), rank) }
    }
    return best
  }

  private func welcome(of room: Room, _ isPresent: (PersonID) -> Bool) -> Welcome? {
    let present = room.people.count(where: isPresent)
    return switch room.people.count {
    case _ where present == 0: nil
    case 1: .lonely
    case ...settings.people where present == 1: .deserted
    case ..<settings.people: .free
    case settings.people: .full
    default: .crowded
    }
  }
}
