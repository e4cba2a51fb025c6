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

  /// The moves that bring one more person into company; nil when nobody is left who could be.
  ///
  /// - Parameters:
  ///   - met: how often a pair has met before.
  ///   - isPresent: whether somebody who has a seat is connected.
  func repair(met: (Pair) -> Int, isPresent: (PersonID) -> Bool) -> [Move]? {
    if waiting.isEmpty && lonely.isEmpty { return nil }
    let alone = lonely.sorted().map { rooms[$0 - 1] }
    let unseated = waiting.sorted()
    for (person, from) in unseated.map({ ($0, RoomID?.none) }) + alone.map({ ($0.people[0], $0.id) }) {
      if let from, !isPresent(person) { return [Move(person: person, from: from, to: nil)] }
      let found = room(for: person, met: met, isPresent: isPresent)
      if let found, found.welcome.rawValue < Welcome.full.rawValue {
        return [Move(person: person, from: from, to: found.id)]
      }
      let others = unseated.filter { $0 != person }
      if let other = others.min(by: { (met(Pair(person, $0)), $0) < (met(Pair(person, $1)), $1) }) {
        return [
          Move(person: person, from: from, to: nextRoom), Move(person: other, from: nil, to: nextRoom),
        ]
      }
      if let found { return [Move(person: person, from: from, to: found.id)] }
      if let from { return [Move(person: person, from: from, to: nil)] }
    }
    return nil
  }

  /// The room that suits the person best: it wants one more most, then has the fewest whom the person knows, then
  /// the fewest people.
  func room(
    for person: PersonID, met: (Pair) -> Int, isPresent: (PersonID) -> Bool
  ) -> (id: RoomID, welcome: Welcome)? {
    var best: (id: RoomID, welcome: Welcome)?
    var bestRank = (Int.max, Int.max, Int.max)
    var lookedAt = 0
    for room in rooms where !room.people.contains(person) {
      guard let welcome = welcome(of: room, isPresent), welcome.rawValue <= bestRank.0 else { continue }
      if welcome.rawValue < bestRank.0 { lookedAt = 0 }
      guard lookedAt < Self.closelyLookedAt else { continue }
      lookedAt += 1
      let repeats = room.people.reduce(0) { $0 + met(Pair(person, $1)) }
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
    case Room.mostPeople...: nil
    case ...settings.people where present == 1: .deserted
    case ..<settings.people: .free
    case settings.people: .full
    default: .crowded
    }
  }
}
