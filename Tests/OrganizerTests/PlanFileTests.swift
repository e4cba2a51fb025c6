import Foundation
import Testing

@testable import Organizer

@Suite("tertulia plan FILE")
struct PlanFileTests {
  @Test("A guest list in CSV becomes people with attributes")
  func csv() throws {
    let start = try PlanFile.start(
      fromCSV: "name,mode,company,topics,table\n\"García, Ana\",online,Acme,tea; go,3\nLuis,venue,,,\n")
    #expect(
      start.people == [
        PlanDocument.Person(
          id: "García, Ana", topics: ["tea", "go"],
          attributes: ["name": "García, Ana", "site": "online", "org": "Acme", "table": "3"]),
        PlanDocument.Person(id: "Luis", attributes: ["name": "Luis", "site": "venue"]),
      ])
  }

  @Test(
    "A list that can't be read says where",
    arguments: [
      ("", "name"), ("colour\nred\n", "name"), ("name,mode\nAna\n", "line 2"),
      ("id,mode\n,online\n", "line 2"),
    ])
  func badCSV(text: String, word: String) {
    #expect { try PlanFile.start(fromCSV: text) } throws: { "\($0)".contains(word) }
  }

  @Test("A plan of fifteen people in threes lets everybody meet everybody, and the check agrees")
  func perfectPlan() throws {
    let plan = try plan(people: 15, size: 3, rounds: 7)
    #expect(plan.partners.values.allSatisfy { $0.count == 14 })
    let verification = PlanVerification(plan.document)
    #expect(verification.faults.isEmpty && verification.repeats.isEmpty)
    #expect(PlanPrintout.text(plan).contains("Repeats: 0"))
  }

  @Test("A plan in JSON reads back as what it was")
  func roundTrip() throws {
    let plan = try plan(people: 9, size: 4, rounds: 3)
    let read = try JSONDecoder().decode(PlanDocument.Plan.self, from: Data(try PlanPrintout.json(plan).utf8))
    #expect(read == plan.document)
  }

  @Test("A plan in CSV has a row for each person and round, and no formulas")
  func csvPrintout() throws {
    var start = PlanEvening.Start(people: [.init(id: "=1+1"), .init(id: "a,b")])
    start.settings = .init(groupSize: 2)
    var plan = PlanOfEvening(start)
    try plan.addRound()
    #expect(PlanPrintout.csv(plan) == "round,group,table,id\n1,1,,'=1+1\n1,1,,\"a,b\"\n")
  }

  @Test("More people than seats sit out in turns, and the check excuses it")
  func tooFewSeats() throws {
    var start = PlanEvening.Start(people: (1...9).map { .init(id: "g\($0)") })
    start.settings = .init(groupSize: 2, tables: [2, 2, 2])
    var plan = PlanOfEvening(start)
    for _ in 1...3 { try plan.addRound() }
    let verification = PlanVerification(plan.document)
    #expect(verification.faults.isEmpty, "\(verification.faults)")
    #expect(Set(plan.rounds.flatMap { $0.sittingOut ?? [] }).count == 9)
  }

  private func plan(people: Int, size: Int, rounds: Int) throws -> PlanOfEvening {
    var start = PlanEvening.Start(people: (1...people).map { .init(id: "g\($0)") })
    start.settings = .init(groupSize: size)
    start.rounds = rounds
    var plan = PlanOfEvening(start)
    for _ in 1...rounds { try plan.addRound() }
    return plan
  }
}
