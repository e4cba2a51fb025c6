public import Pairing

// Who may sit with whom, by the wish of one of the two or of whoever leads.
extension Gathering {
  func block(_ id: PersonID, _ other: PersonID, _ on: Bool) throws(Refusal) -> [Change] {
    _ = (try known(id), try known(other))
    if id == other { throw Refusal(.conflict, "Block somebody else: \(id) is you.") }
    guard blocks[id, default: []].contains(other) != on else { return [] }
    let seats = on ? [running, coming?.round].compactMap { $0.flatMap { part(id, from: other, $0) } } : []
    return [.blocked(person: id, other: other, on: on)] + seats
  }

  func keep(_ one: PersonID, _ other: PersonID, _ rule: PairRule?) throws(Refusal) -> [Change] {
    let names = (try known(one).name, try known(other).name)
    if one == other { throw Refusal(.conflict, "Name two people: \(one) stands there twice.") }
    let pair = Pair(one, other)
    guard kept[pair] != rule else { return [] }
    var after = self
    after.kept[pair] = rule
    if let error = after.contradiction(roomSize: Room.mostPeople) {
      throw Refusal(.conflict, error.sentence { self[$0]?.name ?? $0.description })
    }
    if rule == .together, isBlocked(pair) {
      throw Refusal(
        .conflict, "\(names.0) and \(names.1) can't be kept together: one of them asked not to be.")
    }
    // A rule for the rounds to come: who talks with each other now is not torn away by it.
    let seat = rule == .apart ? coming?.round.flatMap { part(other, from: one, $0) } : nil
    return [.kept(pair: pair, rule: rule)] + (seat.map { [$0] } ?? [])
  }

  private func part(_ person: PersonID, from other: PersonID, _ round: Round) -> Change? {
    round.room(of: person)?.people.contains(other) == true ? vacate(person, round) : nil
  }

  private func contradiction(roomSize: Int) -> SeatingError? {
    let rules = Rules(keepApart: pairs(.apart), keepTogether: pairs(.together))
    do throws(SeatingError) {
      try rules.check(among: Set(people.map(\.id)), maximum: roomSize)
      return nil
    } catch {
      return error
    }
  }

  private func pairs(_ rule: PairRule) -> Set<Pair> {
    Set(kept.lazy.filter { $0.value == rule }.map(\.key))
  }

  func isBlocked(_ pair: Pair) -> Bool {
    if blocks.isEmpty { return false }
    return blocks[pair.low]?.contains(pair.high) == true || blocks[pair.high]?.contains(pair.low) == true
  }

  /// Whether the two may sit in one room under a round's rules.
  func mayMeet(_ pair: Pair, _ rules: PairingRules) -> Bool {
    if kept[pair] == .apart || isBlocked(pair) { return false }
    guard rules.isHard, let attribute = rules.avoidsSame, let one = self[pair.low],
      let other = self[pair.high]
    else { return true }
    return one[attribute].isEmpty || one[attribute] != other[attribute]
  }

  /// A round's rules in the planner's terms.
  public func rules(for pairing: PairingRules) -> Rules {
    var apart = pairs(.apart)
    for (person, others) in blocks { apart.formUnion(others.map { Pair(person, $0) }) }
    return Rules(
      keepApart: apart, keepTogether: pairs(.together),
      avoidSame: pairing.avoidsSame.map { AvoidSame(attribute: $0.trait, isHard: pairing.isHard) },
      mix: pairing.mix.map { Mix(attribute: $0.attribute.trait, perGroup: $0.perGroup) },
      sharesTopics: pairing.prefersSharedTopics)
  }
}
