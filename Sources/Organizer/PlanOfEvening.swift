import Pairing

/// A whole evening planned ahead, with what its report needs.
struct PlanOfEvening {
  let start: PlanEvening.Start
  private(set) var rounds: [PlanDocument.Round] = []
  private(set) var reports: [SeatingReport] = []
  private var evening: PlanEvening?

  init(_ start: PlanEvening.Start) {
    self.start = start
  }

  mutating func addRound() throws {
    var next = try evening ?? PlanEvening(start)
    rounds.append(try next.seat(PlanEvening.Step()))
    reports.append(next.lastReport!)
    evening = next
  }

  /// The plan as a document that can be checked.
  var document: PlanDocument.Plan {
    PlanDocument.Plan(
      seed: start.seed ?? 1, people: start.people, rules: start.rules ?? PlanDocument.Rules(),
      settings: start.settings ?? PlanDocument.Settings(groupSize: 2), rounds: rounds)
  }

  /// Person → the different people they sit with in the whole evening.
  var partners: [String: Set<String>] {
    var partners = Dictionary(uniqueKeysWithValues: start.people.map { ($0.id, Set<String>()) })
    for group in rounds.flatMap(\.groups) {
      for person in group { partners[person, default: []].formUnion(group.filter { $0 != person }) }
    }
    return partners
  }
}
