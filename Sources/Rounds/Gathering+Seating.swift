public import Pairing

// The planner is asked through these: whether an answer is due, what it needs to know, and what becomes of it.
extension Gathering {
  /// Units of effort for each pair of people: what a stalled search of a few dozen still profits from.
  private static let effortPerPair = 2_000

  /// What all seatings are drawn from: the planner tells rounds apart by itself.
  public static let seed: UInt64 = 1

  /// The call that the planner has to answer now, with `Command.seat`; nil while nothing is due.
  public func callToSeat(at now: Instant) -> Call? {
    guard case .called(let call) = coming, now >= call.seatAt, !isPaused, haveReturned(at: now) else {
      return nil
    }
    return call
  }

  /// What the planner needs to know to answer a call.
  public func seatingRequest(for call: Call) -> SeatingRequest {
    let size = call.settings.people
    let pairing = call.settings.pairing
    let sizes = call.settings.sizes
    let present = willing
    return SeatingRequest(
      round: call.number,
      people: present.map { Guest(id: $0.id, traits: $0.traits) },
      settings: GroupSettings(size: size, minimum: sizes.lowerBound, maximum: sizes.upperBound),
      venue: venue(for: call.settings),
      rules: rules(for: pairing),
      wishes: matches(among: present, again: pairing.honoursWishesAgain),
      history: history,
      seed: Self.seed,
      roundsHint: call.lastRound,
      effort: Effort(units: min(policy.effort.units, Self.effortPerPair * present.count * present.count)),
      template: template)
  }

  /// The tables, closed ones without a seat, with whoever can meet across them; nil where everybody sits at home.
  private func venue(for settings: RoundSettings) -> Venue? {
    guard willing.contains(where: sitsAtTables) else { return nil }
    let mix = settings.pairing.mix.flatMap { $0.attribute == .mode ? $0.perGroup : nil } ?? [:]
    let onScreen = mix[Mode.online.rawValue] ?? 1...Table.mostOnScreen
    return Venue(
      tables: tables.map {
        Venue.Table(seats: $0.isOpen ? $0.seats : 0, hasScreen: screen(of: $0.name) != nil)
      },
      mostAtTable: settings.pairing.sizes?.upperBound,
      atBridge: atLeastOne(mix[Mode.venue.rawValue] ?? 1...Table.seatsRange.upperBound),
      onScreen: atLeastOne(onScreen).clamped(to: 1...Table.mostOnScreen), met: metAcross)
  }

  private func atLeastOne(_ range: ClosedRange<Int>) -> ClosedRange<Int> {
    max(1, range.lowerBound)...max(1, range.upperBound)
  }

  /// How many people of the other side each has met.
  private var metAcross: [PersonID: Int] {
    Dictionary(
      uniqueKeysWithValues: willing.map { person in
        (
          person.id,
          history.partners(of: person.id).count { self[$0].map { $0.mode != person.mode } ?? false }
        )
      })
  }

  /// Whether nobody can still be on the way back after a restart of the server, as far as one should wait for them.
  private func haveReturned(at now: Instant) -> Bool {
    guard let interruptedAt, now < interruptedAt + policy.comeback else { return true }
    return losses.isEmpty
  }

  /// Those of whom both wished another coffee with each other and have not had it yet.
  ///
  /// - Parameter again: whether also those who have had it.
  func matches(among present: [Person], again: Bool = false) -> Set<Pair> {
    let here = Set(present.map(\.id))
    var pairs: Set<Pair> = []
    for (person, others) in wishes where here.contains(person) {
      for other in others where person < other && here.contains(other) {
        let pair = Pair(person, other)
        if isMatch(pair) && (again || !granted.contains(pair)) { pairs.insert(pair) }
      }
    }
    return pairs
  }

  /// The wishes that a round could grant to those who were there when it was seated.
  public func wishesToGrant(in round: Round) -> Set<Pair> {
    let seated = round.rooms.flatMap(\.people).compactMap { self[$0] }
    return matches(among: seated, again: round.settings.pairing.honoursWishesAgain)
  }

  /// Reconciles the planner's answer with who is here by now.
  func seat(_ seating: Seating, for call: Call, at now: Instant) -> [Change] {
    guard callToSeat(at: now) == call else { return [] }
    let rooms = seating.groups.map { group in
      group.filter { id in self[id].map { isHere($0) && !$0.isPassing } ?? false }
    }
    // Whose table was closed meanwhile is seated anew.
    let used = rooms.indices.filter { group in
      let table = seating.tables?[group]
      return !rooms[group].isEmpty && table.map { tables.indices.contains($0) && tables[$0].isOpen } ?? true
    }
    let places = seating.tables.map { chosen in used.map { chosen[$0].map { tables[$0].name } } }
    let startsAt = max(call.startsAt, now)
    return [
      .seated(
        Seated(
          number: call.number, settings: call.settings, startsAt: startsAt,
          endsAt: startsAt + call.settings.length,
          lastRound: call.lastRound, isRotation: call.isRotation, step: call.step,
          rooms: used.map { rooms[$0] }, tables: places,
          template: seating.template))
    ]
  }
}
