import Foundation
import Rounds
import Signalling
import Testing

@testable import Organizer

@Suite struct GuestListTests {
  let header = "name,mode,company,role,topics,headline,contact"

  @Test("Accents, commas and quotes in quotes, and empty fields are read as they are meant")
  func fields() throws {
    let guests = try GuestList.read(
      #"""
      \#(header)
      "Íñigo, ""el Vasco""",venue,"Pan, Sal y Cía",mentor,pan; queso ,Hago pan,inigo@example.org
      Zoë,,,,,,
      """#)
    #expect(guests.map(\.name) == [#"Íñigo, "el Vasco""#, "Zoë"])
    #expect(
      guests[0].profile == Profile(headline: "Hago pan", company: "Pan, Sal y Cía", topics: ["pan", "queso"]))
    #expect(guests[0].mode == .venue)
    #expect(guests[0].part == "mentor")
    #expect(guests[1].mode == .online)
  }

  @Test("Columns may come in any order, and all but the name may be missing")
  func columns() throws {
    #expect(
      try GuestList.read("mode,name\r\nvenue,Ana\r\n\r\nonline,Luis\r\n").map(\.name) == ["Ana", "Luis"])
  }

  @Test(
    "A bad row is named by its line",
    arguments: [
      ("name,mode\nAna,online\nLuis,sofa\n", 3), ("name,mode\n,online\n", 2), ("name,mode\nAna\n", 2),
      ("name,mode\n\"Ana\nMaría\",online\nLuis,sofa\n", 4), ("nombre\nAna\n", 1), ("", 1),
      ("name,mode\nAna,online\n\n\nLuis,sofa\n", 5),
    ])
  func badRow(text: String, line: Int) {
    let error = #expect(throws: CSVTable.Fault.self) { try GuestList.read(text) }
    #expect(error?.line == line)
  }

  @Test("The example guest list has forty people of both modes")
  func example() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let list = try GuestList(path: root.appending(path: "config/guests.csv").path)
    #expect(list.guests.count == 40)
    #expect(Set(list.guests.map(\.mode)) == [.online, .venue])
  }
}
