import Pairing
import Rehearsal
import Rounds
import Testing

@Suite("The venue's door")
struct CheckInTests {
  @Test("A check-in by mistake gives the seat back, and the person is expected as before")
  func takenBack() throws {
    var evening = try VirtualEvening()
    try evening.give(.addTable(Table(name: "1", seats: 4)))
    for name in ["Ana", "Luis", "Eva"] { try evening.give(.invite(Invitation(subject: name, name: name))) }
    for number in 1...3 { try evening.give(.checkIn(p(number), true)) }
    try evening.give(.start(RoundSettings(people: 3, length: 60_000), inside: 0))
    #expect(evening.rooms == "p1+p2+p3")
    try evening.give(.checkInTakenBack(p(1)))
    #expect(evening.gathering[p(1)]?.presence == .expected)
    #expect(evening.rooms == "p2+p3")
    #expect(evening.replayed() == evening.gathering)
    #expect(throws: Refusal(.conflict, "Ana was not checked in at the door.")) {
      try evening.give(.checkInTakenBack(p(1)))
    }
  }
}
