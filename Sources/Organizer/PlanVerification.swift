/// Checks a plan by counting. Nothing here may use the planners or their types: a shared mistake would not be found.
struct PlanVerification {
  private let plan: PlanDocument.Plan
  /// Broken rules, one sentence each.
  private(set) var faults: [String] = []
  private(set) var repeats: [String] = []
  /// What a rule would rather have otherwise, and what can't be judged by counting.
  private(set) var notes: [String] = []
  private var colleagues = 0
  private(set) var provenUnavoidable = 0
  private var sitOuts = 0
  private var granted = 0
  private var wished: Set<[String]> = []
  private var parted = 0
  /// Pair → rounds in which it met.
  private var met: [[String]: [Int]] = [:]
  private var apart: Set<[String]> = []
  /// What holds in the round that is being checked.
  private var rules: PlanDocument.Rules
  private var together: Set<[String]>
  private let attributes: [String: [String: String]]

  init(_ plan: PlanDocument.Plan) {
    self.plan = plan
    rules = plan.rules
    together = Set((plan.rules.keepTogether ?? []).map { $0.sorted() })
    apart = Set((plan.rules.keepApart ?? []).map { $0.sorted() })
    attributes = Dictionary(plan.people.map { ($0.id, $0.attributes) }) { first, _ in first }
    if Set(plan.people.map(\.id)).count != plan.people.count { faults.append("An id names two people.") }
    for pair in together.intersection(apart).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      faults.append("\(pair.joined(separator: " and ")) are kept together and kept apart.")
    }
    var last = 0
    var satOutBefore: Set<String> = []
    for round in plan.rounds {
      if round.round <= last { faults.append("Round \(round.round) comes after round \(last).") }
      last = round.round
      if let own = round.rules {
        rules = own
        together = Set((own.keepTogether ?? []).map { $0.sorted() })
        // Then the round names everybody who is kept apart in it.
        apart = Set((own.keepApart ?? []).map { $0.sorted() })
      }
      apart.formUnion((round.keepApart ?? []).map { $0.sorted() })
      check(round, satOutBefore: satOutBefore)
      satOutBefore = Set(round.sittingOut ?? [])
    }
  }

  /// The whole verdict.
  var lines: [String] {
    let pairs = plan.people.count * (plan.people.count - 1) / 2
    let meetings = met.values.reduce(0) { $0 + $1.count }
    return (faults.isEmpty ? ["No rule is broken."] : faults)
      + ["Seed \(plan.seed), \(plan.people.count) people, \(plan.rounds.count) rounds."]
      + ["\(meetings) meetings among \(pairs) pairs: at least \(max(0, meetings - pairs)) must be repeats."]
      + ["\(repeats.count) repeats, \(provenUnavoidable) of them shown to be unavoidable in their round."]
      + repeats + notes
      + (rules.avoidSame.map { ["\(colleagues) pairs with the same \($0.attr) sat together."] } ?? [])
      + [
        "\(sitOuts) sit-outs, \(granted) of \(wished.count) wishes granted, kept-together pairs parted \(parted) times."
      ]
  }

  private mutating func check(_ round: PlanDocument.Round, satOutBefore: Set<String>) {
    let settings = round.settings ?? plan.settings
    let most = settings.max ?? settings.groupSize + 1
    let out = round.sittingOut ?? []
    let place = "Round \(round.round): "
    var seen: Set<String> = []
    for person in round.groups.flatMap({ $0 }) + out {
      if !seen.insert(person).inserted { faults.append(place + "\(person) has two places.") }
      if attributes[person] == nil { faults.append(place + "\(person) is nobody on the list.") }
    }
    for group in round.groups {
      if group.count < 2 { faults.append(place + "\(group.joined()) is alone.") }
      if group.count > most { faults.append(place + "\(list(group)) are more than \(most).") }
    }
    checkTables(round, settings.tables, place)
    for group in round.groups { checkMix(group, of: seen, place) }
    let wishes = Set((round.wishes ?? []).map { $0.sorted() })
    wished.formUnion(wishes)
    let pairs = round.groups.flatMap(pairs)
    for pair in pairs {
      if apart.contains(pair) { faults.append(place + "\(list(pair)) are kept apart and sit together.") }
      if rules.avoidSame?.hard == true, isSame(pair) {
        faults.append(place + "\(list(pair)) have the same \(rules.avoidSame!.attr) and sit together.")
      }
      if wishes.contains(pair) { granted += 1 }
      if isSame(pair) { colleagues += 1 }
    }
    parted += together.count { seen.isSuperset(of: $0) && !pairs.contains($0) }
    sitOuts += out.count
    checkSitOuts(out, round, settings, satOutBefore, place)
    explainRepeats(pairs, round, wishes)
    for pair in pairs { met[pair, default: []].append(round.round) }
  }

  private mutating func checkTables(_ round: PlanDocument.Round, _ tables: [Int]?, _ place: String) {
    guard let tables else { return }
    guard let chosen = round.tables, chosen.count == round.groups.count, Set(chosen).count == chosen.count,
      chosen.allSatisfy({ tables.indices.contains($0 - 1) })
    else {
      faults.append(place + "the groups don't have a table each.")
      return
    }
    for (table, group) in zip(chosen, round.groups) where group.count > tables[table - 1] {
      faults.append(place + "table \(table) has \(tables[table - 1]) seats for \(list(group)).")
    }
  }

  private mutating func checkMix(_ group: [String], of seen: Set<String>, _ place: String) {
    guard let mix = rules.mix else { return }
    for (value, bounds) in mix.perGroup.sorted(by: { $0.key < $1.key }) where bounds.count == 2 {
      // Of a value that nobody has, nobody can be missed.
      guard seen.contains(where: { attributes[$0]?[mix.attr] == value }) else { continue }
      let there = group.count { attributes[$0]?[mix.attr] == value }
      if there < bounds[0] || there > bounds[1] {
        notes.append(
          place + "\(list(group)) have \(there) of \(value), and should have \(bounds[0]) to \(bounds[1]).")
      }
    }
  }

  /// Sit-outs are excused by seats and by an odd one out; hard rules are left to the reader, who is told.
  private mutating func checkSitOuts(
    _ out: [String], _ round: PlanDocument.Round, _ settings: PlanDocument.Settings, _ before: Set<String>,
    _ place: String
  ) {
    guard !out.isEmpty else { return }
    let count = out.count + round.groups.reduce(0) { $0 + $1.count }
    let most = settings.max ?? settings.groupSize + 1
    let seats = settings.tables.map { $0.map { min($0, most) }.filter { $0 > 1 }.reduce(0, +) } ?? count
    let odd = count == 1 || (most == 2 && min(count, seats) % 2 == 1) ? 1 : 0
    let excused = max(0, count - seats) + odd
    let hasHardRules = !apart.isEmpty || rules.avoidSame?.hard == true
    if out.count > excused {
      let sentence = place + "\(list(out)) sit out, where \(excused) would have to"
      if hasHardRules {
        notes.append(sentence + " if nobody were kept apart.")
      } else {
        faults.append(sentence + ".")
      }
    }
    for person in out where before.contains(person) && out.count * 2 <= count {
      faults.append(place + "\(person) sits out for the second time running.")
    }
  }

  private mutating func explainRepeats(
    _ pairs: [[String]], _ round: PlanDocument.Round, _ wishes: Set<[String]>
  ) {
    let seated = round.groups.flatMap { $0 }
    let smallest = round.groups.map(\.count).min() ?? 0
    var lacking: [String: Int] = [:]
    for person in seated {
      let strangers = seated.count { other in
        let pair = [person, other].sorted()
        return other != person && !isBarred(pair)
          && (met[pair] == nil || together.contains(pair) || wishes.contains(pair))
      }
      lacking[person] = max(0, smallest - 1 - strangers)
    }
    var bound = (lacking.values.reduce(0, +) + 1) / 2
    for pair in pairs where met[pair] != nil && !together.contains(pair) && !wishes.contains(pair) {
      let forced = pair.filter { lacking[$0]! > 0 }
      let before = met[pair]!.map(String.init).joined(separator: ", ")
      var reason = "not shown to be unavoidable"
      if let person = forced.first {
        reason = "\(person) had fewer strangers left than neighbours"
        if bound > 0 { provenUnavoidable += 1 }
        bound -= 1
      }
      repeats.append("Round \(round.round): \(list(pair)) met before in round \(before): \(reason).")
    }
  }

  private func isBarred(_ pair: [String]) -> Bool {
    apart.contains(pair) || (rules.avoidSame?.hard == true && isSame(pair))
  }

  private func isSame(_ pair: [String]) -> Bool {
    guard let name = rules.avoidSame?.attr, let one = attributes[pair[0]]?[name], !one.isEmpty else {
      return false
    }
    return one == attributes[pair[1]]?[name]
  }

  private func pairs(of group: [String]) -> [[String]] {
    group.indices.flatMap { place in group[(place + 1)...].map { [group[place], $0].sorted() } }
  }

  private func list(_ names: [String]) -> String {
    names.joined(separator: ", ")
  }
}
