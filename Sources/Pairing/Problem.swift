/// One request in the planner's own terms: people are the numbers from 0 to `count`, in the order of their ids.
struct Problem {
  let people: [PersonID]
  let costs: PairCosts
  let attributes: AttributeTable
  /// Pairs kept together, wishes that can be granted now: both are there and nothing keeps them apart.
  let together: [(Int, Int)]
  let wishes: [(Int, Int)]
  /// What it costs that a person sits out.
  let bench: [Cost]
  /// What it costs that a person sits in an odd group.
  let odd: [Cost]

  var count: Int { people.count }

  init(_ request: SeatingRequest) {
    let guests = request.people.sorted { $0.id < $1.id }
    let people = guests.map(\.id)
    var numberOf: [PersonID: Int32] = Dictionary(minimumCapacity: people.count)
    for (number, person) in people.enumerated() { numberOf[person] = Int32(number) }
    let attributes = AttributeTable(guests: guests, rules: request.rules)

    func present(_ pairs: Set<Pair>) -> [(Int32, Int32)] {
      pairs.sorted().compactMap { pair in
        guard let low = numberOf[pair.low], let high = numberOf[pair.high] else { return nil }
        return (low, high)
      }
    }
    let apart = present(request.rules.keepApart)
    let together = present(request.rules.keepTogether)
    let wishes = present(request.wishes)

    let meetings = Meetings(history: request.history, people: people, round: request.round)
    var entries = meetings.entries
    for (pairs, mark) in [(apart, Mark.keptApart), (together, .keptTogether), (wishes, .wish)] {
      for (one, other) in pairs {
        entries.append((one, other, mark))
        entries.append((other, one, mark))
      }
    }
    self.people = people
    self.attributes = attributes
    let costs = PairCosts(
      exceptions: Exceptions(count: people.count, entries: entries), attributes: attributes)
    self.costs = costs
    self.together = together.map { (Int($0), Int($1)) }.filter { !costs.isApart($0, $1) }
    self.wishes = wishes.map { (Int($0), Int($1)) }.filter { !costs.isApart($0, $1) }
    bench = meetings.bench
    odd = meetings.odd
  }

  /// What it costs that two people make a pair.
  func pairCost(_ one: Int, _ other: Int) -> Cost {
    let cost = costs.cost(one, other)
    return attributes.hasMix ? cost + Cost(.mix, attributes.mixMissed(in: [one, other])) : cost
  }

  /// A cost that no seating is under: all that is good granted, nothing bad left.
  var floor: Cost {
    var floor = Cost.zero - Cost(.together, together.count) - Cost(.wishes, wishes.count)
    if attributes.hasTopics { floor -= Cost(.topics, 1 << (Goal.topics.bits - 2)) }
    return floor
  }

  /// Whether nothing but repeats, sit-outs and hard rules can make one seating better than another.
  var isPlain: Bool {
    !attributes.hasMix && !attributes.hasSoft && together.isEmpty && wishes.isEmpty
  }
}

/// What the history says about the people present.
struct Meetings {
  private(set) var entries: [(Int32, Int32, Mark)] = []
  private(set) var bench: [Cost] = []
  private(set) var odd: [Cost] = []

  init(history: History, people: [PersonID], round: Int) {
    var numberOfRow = [Int32](repeating: -1, count: history.rows.count)
    let rows = people.map { history.knownRow(of: $0) }
    for (number, row) in rows.enumerated() {
      if let row { numberOfRow[row] = Int32(number) }
    }
    let burdens = rows.map { row in
      row.map { history.rows[$0].encounters.reduce(0) { $0 + Int($1.times) - 1 } } ?? 0
    }
    let least = burdens.min() ?? 0
    entries.reserveCapacity(rows.reduce(0) { $0 + ($1.map { history.rows[$0].encounters.count } ?? 0) })
    for (number, row) in rows.enumerated() {
      guard let row else { continue }
      for encounter in history.rows[row].encounters {
        let partner = numberOfRow[Int(encounter.partner)]
        guard partner >= 0 else { continue }
        let mark = Mark(
          timesMet: Int(encounter.times), burden: burdens[number] + burdens[Int(partner)] - 2 * least,
          roundsAgo: round - Int(encounter.last))
        entries.append((Int32(number), partner, mark))
      }
    }
    bench = rows.map { row in
      guard let row else { return .zero }
      let satOut = history.rows[row].satOut
      let running = satOut.last.map { Int($0) >= round - 1 } ?? false
      return Cost(
        .sittingOut, min(satOut.count, Limits.timesSatOut) + (running ? Limits.timesSatOut + 1 : 0))
    }
    odd = rows.map { row in Cost(.oddGroup, row.map { min(Int(history.rows[$0].odd), Limits.oddTimes) } ?? 0)
    }
  }
}
