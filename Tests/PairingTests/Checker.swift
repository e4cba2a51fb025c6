import Pairing

/// Checks seatings without the planner's help: it knows the rules and nothing of how a seating is made.
struct Checker {
  let request: SeatingRequest

  /// Everything that is wrong with the seating, in sentences.
  func faults(of seating: Seating) -> [String] {
    var faults: [String] = []
    let present = request.people.map(\.id).sorted()
    let seated = seating.groups.flatMap { $0 }
    if (seated + seating.sittingOut).sorted() != present {
      faults.append("not everybody who is there has one place: \(seated.sorted()) + \(seating.sittingOut)")
    }
    for group in seating.groups {
      if group.count < 2 { faults.append("\(group) is alone") }
      if group.count > request.settings.maximum { faults.append("\(group) is over the maximum") }
      for pair in pairs(of: group) where isApart(pair) { faults.append("\(pair) should be apart") }
    }
    if let seats = request.settings.tables {
      let tables = (seating.tables ?? []).compactMap(\.self)
      if tables.count != seating.groups.count || Set(tables).count != tables.count {
        faults.append("tables \(tables) for \(seating.groups.count) groups")
      }
      for (table, group) in zip(tables, seating.groups) where group.count > seats[table] {
        faults.append("\(group) has \(seats[table]) seats")
      }
    }
    if seating.sittingOut.count > excusedSitOuts() {
      faults.append("\(seating.sittingOut) sit out without need")
    }
    if seating.report.repeats != repeats(in: seating.groups) {
      faults.append("the report says \(seating.report.repeats) repeats, it is \(repeats(in: seating.groups))")
    }
    if seating.report.repeats < seating.report.repeatsAtLeast { faults.append("fewer repeats than can be") }
    if Set(seating.report.granted) != granted(in: seating.groups) {
      faults.append("the wrong wishes granted")
    }
    return faults
  }

  func pairs(of group: [PersonID]) -> [Pair] {
    group.indices.flatMap { place in group[(place + 1)...].map { Pair(group[place], $0) } }
  }

  func isApart(_ pair: Pair) -> Bool {
    if request.rules.keepApart.contains(pair) { return true }
    guard let rule = request.rules.avoidSame, rule.isHard else { return false }
    return isSame(pair)
  }

  func isSame(_ pair: Pair) -> Bool {
    guard let rule = request.rules.avoidSame else { return false }
    let value = value(of: pair.low, rule.attribute)
    return !value.isEmpty && value == self.value(of: pair.high, rule.attribute)
  }

  func value(of person: PersonID, _ attribute: String) -> String {
    request.people.first { $0.id == person }!.traits[attribute]
  }

  func isRepeat(_ pair: Pair) -> Bool {
    request.history.met(pair.low, pair.high) > 0 && !request.rules.keepTogether.contains(pair)
      && !request.wishes.contains(pair)
  }

  func repeats(in groups: [[PersonID]]) -> Int {
    groups.flatMap { pairs(of: $0) }.count { isRepeat($0) }
  }

  func granted(in groups: [[PersonID]]) -> Set<Pair> {
    request.wishes.intersection(groups.flatMap { pairs(of: $0) })
  }

  func mixMissed(in groups: [[PersonID]]) -> Int {
    guard let mix = request.rules.mix else { return 0 }
    return groups.reduce(0) { sum, group in
      sum
        + mix.perGroup.reduce(0) { sum, bound in
          let count = group.count { value(of: $0, mix.attribute) == bound.key }
          return sum + max(0, bound.value.lowerBound - count) + max(0, count - bound.value.upperBound)
        }
    }
  }

  /// How many have to sit out: found by trying every way to make groups.
  func excusedSitOuts() -> Int {
    let people = request.people.map(\.id).sorted()
    if !hasHardRules {
      // Without hard rules only seats and head counts matter.
      let seats = request.settings.tables?.map { min($0, request.settings.maximum) }.filter { $0 >= 2 }
      for out in 0...people.count where canSit(people.count - out, seats) { return out }
    }
    for out in 0...people.count where partition(people, out: out, groups: []) { return out }
    return people.count
  }

  private var hasHardRules: Bool {
    !request.rules.keepApart.isEmpty || request.rules.avoidSame?.isHard == true
  }

  private func canSit(_ count: Int, _ seats: [Int]?) -> Bool {
    if count == 0 { return true }
    guard let seats else { return count >= 2 && (count % 2 == 0 || request.settings.maximum >= 3) }
    // Some of the tables with at least two people each and none over its seats.
    let sorted = seats.sorted(by: >)
    return sorted.indices.contains { used in
      count >= 2 * (used + 1) && count <= sorted.prefix(used + 1).reduce(0, +)
    }
  }

  private func partition(_ people: [PersonID], out: Int, groups: [[PersonID]]) -> Bool {
    guard let person = people.first else {
      guard groups.allSatisfy({ $0.count >= 2 }) else { return false }
      guard let seats = request.settings.tables?.filter({ $0 >= 2 }).sorted(by: >) else { return true }
      let sizes = groups.map(\.count).sorted(by: >)
      return sizes.count <= seats.count && zip(sizes, seats).allSatisfy { $0 <= $1 }
    }
    let rest = Array(people.dropFirst())
    // Whoever is alone in a group still needs somebody.
    guard groups.count(where: { $0.count == 1 }) <= people.count else { return false }
    for index in groups.indices
    where groups[index].count < request.settings.maximum
      && groups[index].allSatisfy({ !isApart(Pair($0, person)) })
    {
      var next = groups
      next[index].append(person)
      if partition(rest, out: out, groups: next) { return true }
    }
    if groups.count < request.settings.tables?.count ?? .max,
      partition(rest, out: out, groups: groups + [[person]])
    {
      return true
    }
    return out > 0 && partition(rest, out: out - 1, groups: groups)
  }
}
