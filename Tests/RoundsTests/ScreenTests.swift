import Pairing
import Rehearsal
import Rounds
import Testing

@Suite struct ScreenTests {
  /// Two people in the venue, two at home, and the screen that joins them: `p5`.
  private func bridged() throws -> VirtualEvening {
    var evening = try VirtualEvening(people: 4)
    try evening.give(.addTable(Table(name: "1", seats: 4, hasScreen: true)))
    try evening.give(.join(Arrival(table: "1")))
    for person in [1, 2] { try evening.give(.setMode(p(person), .venue)) }
    try evening.give(.start(RoundSettings(people: 4, length: 600_000), inside: 0))
    try #require(evening.rooms == "p1+p2+p3+p4")
    return evening
  }

  @Test("A screen that is gone for three seconds gives its guests back")
  func gone() throws {
    var evening = try bridged()
    try evening.give(.disconnect(p(5)))
    evening.wait(seconds: 2.9)
    #expect(evening.rooms == "p1+p2+p3+p4")
    evening.wait(seconds: 0.2)
    #expect(evening.rooms == "p1+p2 p3+p4")
  }

  @Test("A server that was away takes no guests from a screen that is still on its way back")
  func interrupted() throws {
    var evening = try bridged()
    try evening.give(.interrupt)
    for person in 1...4 { try evening.give(.join(Arrival(resuming: p(person)))) }
    evening.wait(seconds: 10)
    #expect(evening.rooms == "p1+p2+p3+p4")
    try evening.give(.join(Arrival(table: "1")))
    #expect(evening.rooms == "p1+p2+p3+p4")
  }
}
