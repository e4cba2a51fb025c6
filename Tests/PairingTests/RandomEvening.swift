import Pairing

/// An evening drawn from a seed: people come, go and return, sizes change, rules and wishes come up.
struct RandomEvening {
  private var draw: Draw
  private let seed: UInt64
  private var here: [Guest] = []
  private var gone: [Guest] = []
  private var next = 1
  private var settings = GroupSettings(size: 2)
  private var rules = Rules()
  private var wishes: Set<Pair> = []
  private var history = History()
  private var template: Template?
  private let most: Int
  private let hint: Int?
  private let units: Int
  let rounds: Int

  init(seed: UInt64, most: Int, units: Int) {
    self.seed = seed
    self.most = most
    self.units = units
    var draw = Draw(seed)
    rounds = 2 + draw.below(5)
    hint = draw.oneIn(2) ? rounds : nil
    self.draw = draw
    settings = drawSettings()
    for _ in 0..<(1 + self.draw.below(most)) { join() }
    if self.draw.oneIn(3) { rules.avoidSame = AvoidSame(attribute: "org", isHard: self.draw.oneIn(2)) }
    if self.draw.oneIn(4) { rules.sharesTopics = true }
    if self.draw.oneIn(4) {
      rules.mix = Mix(
        attribute: "site", perGroup: ["venue": 1...2, "online": (self.draw.oneIn(2) ? 0 : 1)...2])
      settings.maximum = max(settings.maximum, 2)
    }
    if self.draw.oneIn(3) {
      for _ in 0...self.draw.below(4) { drawPair().map { _ = rules.keepApart.insert($0) } }
    }
    if self.draw.oneIn(4) { keepSomeTogether() }
  }

  /// Seats the rounds one by one and hands every request with its answer over.
  mutating func run(_ check: (SeatingRequest, Seating) throws -> Void) throws {
    for round in 1...rounds {
      if round > 1 { change() }
      let request = SeatingRequest(
        round: round, people: here.shuffled(using: &draw), settings: settings, rules: rules, wishes: wishes,
        history: history, seed: seed, roundsHint: hint, effort: Effort(units: units), template: template)
      let seating = try seat(request)
      try check(request, seating)
      history.record(round: round, groups: seating.groups, sittingOut: seating.sittingOut)
      wishes.subtract(seating.report.granted)
      template = seating.template
    }
  }

  private mutating func change() {
    for _ in 0..<draw.below(3) where !here.isEmpty { gone.append(here.remove(at: draw.below(here.count))) }
    for _ in 0..<draw.below(3) where here.count < most { join() }
    if draw.oneIn(3), let back = gone.indices.randomElement(using: &draw), here.count < most {
      here.append(gone.remove(at: back))
    }
    if draw.oneIn(5) { settings = drawSettings() }
    if draw.oneIn(2), let pair = drawPair(), !rules.keepApart.contains(pair) { wishes.insert(pair) }
    if draw.oneIn(4), let pair = drawPair(), rules.keepTogether.isEmpty {
      rules.keepApart.insert(pair)
      wishes.remove(pair)
    }
  }

  private mutating func drawSettings() -> GroupSettings {
    let size = 2 + draw.below(3)
    var settings = GroupSettings(size: size)
    if draw.oneIn(3) { settings.minimum = size }
    if draw.oneIn(5), rules.keepTogether.isEmpty { settings.maximum = size }
    if rules.mix != nil { settings.maximum = max(settings.maximum, 2) }
    if draw.oneIn(4) { settings.tables = (0...draw.below(4)).map { _ in 2 + draw.below(4) } }
    return settings
  }

  private mutating func join() {
    let traits = Traits(
      organization: ["", "Acme", "Bora", "Cima", "Duna"][draw.below(5)],
      site: draw.oneIn(2) ? "online" : "venue",
      topics: ["tea", "go", "sea", "bread"].filter { _ in draw.oneIn(2) })
    here.append(Guest(id: PersonID(rawValue: next), traits: traits))
    next += 1
  }

  private mutating func drawPair() -> Pair? {
    guard here.count > 1 else { return nil }
    let one = here[draw.below(here.count)].id
    let other = here[draw.below(here.count)].id
    guard one != other else { return nil }
    let pair = Pair(one, other)
    return rules.keepTogether.contains(pair) ? nil : pair
  }

  /// Couples of which nobody is in two.
  private mutating func keepSomeTogether() {
    var free = here.map(\.id)
    for _ in 0...draw.below(2) where free.count > 1 {
      let pair = Pair(free.removeLast(), free.remove(at: draw.below(free.count)))
      if !rules.keepApart.contains(pair) { rules.keepTogether.insert(pair) }
    }
  }
}
