import Testing

@testable import Organizer

@Suite("tertulia plan verify")
struct PlanVerificationTests {
  @Test("Each kind of fault is found")
  func faults() {
    expect("sit together", [["a", "b"], ["c", "d"]], rules: .init(keepApart: [["b", "a"]]))
    expect("is alone", [["a", "b", "c"], ["d"]])
    expect("more than 3", [["a", "b", "c", "d"]])
    expect("has two places", [["a", "b"], ["c", "d", "a"]])
    expect("nobody on the list", [["a", "b"], ["c", "x"]])
    expect("sit out", [["a", "b"]], out: ["c", "d"])
    expect(
      "have the same org", [["a", "b"], ["c", "d"]], rules: .init(avoidSame: .init(attr: "org", hard: true)))
  }

  @Test("A repeat is explained if it had to be, and named if that isn't shown")
  func repeats() {
    let all = [[["a", "b"], ["c", "d"]], [["a", "c"], ["b", "d"]], [["a", "d"], ["b", "c"]]]
    let forced = PlanVerification(plan(all + [all[0]]))
    #expect(forced.repeats.count == 2 && forced.provenUnavoidable == 2)
    let idle = PlanVerification(plan([all[0], all[0]]))
    #expect(idle.repeats.count == 2 && idle.provenUnavoidable == 0)
    #expect(idle.repeats[0].contains("met before in round 1: not shown"))
  }

  private func expect(
    _ word: String, _ groups: [[String]], out: [String]? = nil, rules: PlanDocument.Rules = .init(),
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var plan = plan([groups], rules: rules)
    plan.rounds[0].sittingOut = out
    let faults = PlanVerification(plan).faults
    #expect(faults.contains { $0.contains(word) }, "\(faults)", sourceLocation: sourceLocation)
  }

  private func plan(_ rounds: [[[String]]], rules: PlanDocument.Rules = .init()) -> PlanDocument.Plan {
    PlanDocument.Plan(
      seed: 1,
      people: ["a", "b", "c", "d"].map { .init(id: $0, attributes: ["org": $0 < "c" ? "Acme" : $0]) },
      rules: rules, settings: .init(groupSize: 2),
      rounds: rounds.enumerated().map { .init(round: $0 + 1, groups: $1) })
  }
}
