import Foundation
import Pairing
import Testing

@Suite("Requests and what is remembered")
struct RequestTests {
  private let p = (0...6).map { PersonID(rawValue: $0) }

  @Test("Contradictions are refused with a sentence that names the rule and the people")
  func contradictions() {
    expect("p1 and p2 are both kept together and kept apart") {
      $0.rules = Rules(keepApart: [Pair(p[1], p[2])], keepTogether: [Pair(p[2], p[1])])
    }
    expect("p1, p2 and p3 are kept together one by one, but p1 and p3") {
      $0.rules = Rules(keepApart: [Pair(p[1], p[3])], keepTogether: [Pair(p[1], p[2]), Pair(p[2], p[3])])
    }
    expect("a group holds at most 2") {
      $0.settings.maximum = 2
      $0.rules.keepTogether = [Pair(p[1], p[2]), Pair(p[2], p[3])]
    }
    expect("minimum must be at most maximum") { $0.settings.minimum = 4 }
    expect("p3 is listed twice") { $0.people.append(Guest(id: p[3])) }
    expect("None of the tables") { $0.settings.tables = [1, 0] }
  }

  @Test("The order in which people are named makes no difference")
  func order() throws {
    var request = SeatingRequest(round: 1, people: guests(13), settings: GroupSettings(size: 3), seed: 7)
    let seating = try seat(request)
    request.people.reverse()
    #expect(try seat(request) == seating)
  }

  @Test("Nobody and one person are seated nowhere", arguments: [0, 1])
  func tooFew(count: Int) throws {
    let people = Array(guests(1).prefix(count))
    let seating = try seat(SeatingRequest(round: 1, people: people, settings: GroupSettings(size: 2)))
    #expect(seating.groups.isEmpty && seating.sittingOut == people.map(\.id))
  }

  @Test("A pair that is recorded twice in a round met once")
  func history() {
    var history = History()
    history.record(round: 1, groups: [[p[1], p[2]]], sittingOut: [p[3]])
    history.record(round: 1, groups: [[p[1], p[2], p[4]]])
    history.record(round: 4, groups: [[p[2], p[1]]])
    #expect(history.met(p[1], p[2]) == 2 && history.met(p[4], p[1]) == 1 && history.met(p[3], p[1]) == 0)
    #expect(history.lastMet(p[2], p[1]) == 4 && history.lastMet(p[3], p[4]) == nil)
    #expect(history.partners(of: p[1]) == [p[2], p[4]] && history.roundsSatOut(by: p[3]) == [1])
  }

  @Test("A template comes back from JSON as it was, a person as a plain number")
  func codable() throws {
    let seating = try seat(SeatingRequest(round: 1, people: guests(8), settings: GroupSettings(size: 2)))
    let template = try #require(seating.template)
    #expect(try JSONDecoder().decode(Template.self, from: JSONEncoder().encode(template)) == template)
    #expect(String(decoding: try JSONEncoder().encode([Pair(p[2], p[1])]), as: UTF8.self) == "[[1,2]]")
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Pair.self, from: Data("[1,1]".utf8)) }
  }

  private func expect(
    _ words: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ change: (inout SeatingRequest) -> Void
  ) {
    var request = SeatingRequest(round: 1, people: guests(6), settings: GroupSettings(size: 2))
    change(&request)
    #expect(sourceLocation: sourceLocation) {
      try seat(request)
    } throws: { error in
      "\(error)".contains(words)
    }
  }
}
