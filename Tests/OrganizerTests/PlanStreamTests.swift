import Foundation
import Testing

@testable import Organizer

@Suite("tertulia plan --stream")
struct PlanStreamTests {
  @Test("Rounds follow who joins and leaves")
  func rounds() throws {
    var stream = PlanStream()
    #expect(stream.answer(start(4)) == #"{"ok":true}"#)
    #expect(try people(in: stream.answer(#"{"type":"round","round":1}"#)) == ["p1", "p2", "p3", "p4"])
    let step =
      #"{"type":"round","round":2,"people":[{"id":"Zoë"}],"join":["Zoë"],"leave":["p2"],"settings":null}"#
    #expect(try people(in: stream.answer(step)) == ["Zoë", "p1", "p3", "p4"])
    #expect(!stream.hadErrors)
  }

  @Test("Four people in pairs meet everybody in three rounds")
  func noRepeat() throws {
    var stream = PlanStream()
    _ = stream.answer(start(4))
    var met: Set<[String]> = []
    for round in 1...3 {
      for group in try groups(in: stream.answer(#"{"type":"round","round":\#(round)}"#)) {
        #expect(met.insert(group.sorted()).inserted)
      }
    }
  }

  @Test(
    "A line that can't be taken gets a sentence, and the evening goes on as if it hadn't come",
    arguments: [
      ("nonsense", "JSON"), (#"{"type":"dance"}"#, "dance"), (#"{"round":1}"#, "type"),
      (#"{"type":"round","round":1,"leave":["p9"]}"#, "p9"),
      (#"{"type":"round","round":1,"join":["p9"]}"#, "p9"),
      (#"{"type":"round","round":1,"wish":[["p1","p1"]]}"#, "two different people"),
      (#"{"type":"round","round":1,"people":[{"id":"p1"}]}"#, "twice"),
      (#"{"type":"round","round":0}"#, "count up"),
      (#"{"type":"round","round":1,"settings":{"group_size":1}}"#, "at least 2"),
      (#"{"type":"round","round":1,"settings":{"group_size":3,"min":4,"max":3}}"#, "minimum must be at most"),
    ])
  func errors(line: String, word: String) throws {
    var stream = PlanStream()
    _ = stream.answer(start(4))
    let answer = stream.answer(line)
    #expect(answer.hasPrefix(#"{"error":"#) && answer.contains(word), "\(answer)")
    #expect(stream.hadErrors)
    var fresh = PlanStream()
    _ = fresh.answer(start(4))
    let next = #"{"type":"round","round":1}"#
    #expect(stream.answer(next) == fresh.answer(next))
  }

  @Test("Contradictory rules are refused with the names of the people")
  func contradiction() {
    var stream = PlanStream()
    let answer = stream.answer(
      start(4, #","rules":{"keep_apart":[["p1","p3"]],"keep_together":[["p3","p1"]]}"#))
    #expect(answer.contains("p1 and p3 are both kept together and kept apart"))
  }

  @Test("Blocks hold from then on, and a wish is granted")
  func wishesAndBlocks() throws {
    var stream = PlanStream()
    _ = stream.answer(start(6))
    for round in 1...5 {
      let extra = round == 2 ? #","wish":[["p1","p2"]],"keep_apart":[["p3","p4"]]"# : ""
      let groups = try groups(in: stream.answer(#"{"type":"round","round":\#(round)\#(extra)}"#))
      if round == 2 { #expect(groups.contains { Set($0) == ["p1", "p2"] }) }
      if round >= 2 { #expect(!groups.contains { $0.contains("p3") && $0.contains("p4") }) }
    }
  }

  @Test("The same lines get the same bytes")
  func deterministic() {
    func run() -> [String] {
      var stream = PlanStream()
      return [stream.answer(start(21))]
        + (1...6).map { stream.answer(#"{"type":"round","round":\#($0),"wish":[["p\#($0)","p9"]]}"#) }
    }
    #expect(run() == run())
  }

  private func start(_ count: Int, _ more: String = "") -> String {
    let people = (1...count).map { #"{"id":"p\#($0)","org":"Acme","topics":["t1"]}"# }.joined(separator: ",")
    return
      #"{"type":"init","people":[\#(people)],"settings":{"group_size":2},"rounds":null,"seed":1,"deadline_ms":1\#(more)}"#
  }

  private func groups(in answer: String) throws -> [[String]] {
    struct Answer: Decodable { let groups: [[String]] }
    return try JSONDecoder().decode(Answer.self, from: Data(answer.utf8)).groups
  }

  private func people(in answer: String) throws -> [String] {
    try groups(in: answer).flatMap { $0 }.sorted()
  }
}
