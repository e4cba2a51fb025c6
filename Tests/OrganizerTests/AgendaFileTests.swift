import Foundation
import Rounds
import Server
import Testing

@testable import Organizer

@Suite("An agenda's file")
struct AgendaFileTests {
  func agenda(_ text: String, now: Date = Date(timeIntervalSince1970: 0)) throws -> Agenda {
    try AgendaFile(text: text, name: "a.toml").agenda(now: now)
  }

  @Test("It is read as it is written")
  func reads() throws {
    let found = try agenda(
      """
      title = "Café"
      language = "es"
      question = "¿Qué te ha alegrado?"
      start = 19:30:00
      timezone = "Europe/Madrid"

      [[step]]
      kind = "welcome"
      minutes = 1.5
      text = "Hola"

      [[step]]
      kind = "rounds"
      rounds = 2
      people = 4
      seconds = 90
      prompts = ["A", "B"]
      pairing = { avoid_same = "company", hard = true, mix = { attribute = "role", per_group = { mentor = [1, 2] } } }

      [[step]]
      kind = "circle"
      turn_seconds = 60
      """)
    let rounds = RoundSettings(
      people: 4, length: 90_000, prompts: ["A", "B"], rounds: 2,
      pairing: PairingRules(
        avoidsSame: .company, isHard: true, mix: .init(attribute: .part, perGroup: ["mentor": 1...2])))
    #expect(
      found
        == Agenda(
          title: "Café", locale: "es", start: Instant(milliseconds: 66_600_000),
          question: "¿Qué te ha alegrado?",
          steps: [
            AgendaStep(kind: .welcome, text: "Hola", content: .lobby(length: 90_000)),
            AgendaStep(kind: .rounds, content: .rounds(rounds)),
            AgendaStep(
              kind: .circle, content: .rounds(RoundSettings(people: 5, length: 300_000, turn: 60_000))),
          ]))
  }

  @Test("A start with a date stands in its own time zone")
  func start() throws {
    let step = "\n[[step]]\nkind = \"farewell\"\n"
    #expect(try agenda("start = 1970-01-02T01:00:00+01:00" + step).start == Instant(milliseconds: 86_400_000))
    #expect(
      try agenda("timezone = \"Asia/Tokyo\"\nstart = 1970-01-02T09:00:00" + step).start
        == Instant(milliseconds: 86_400_000))
  }

  @Test(
    "What is wrong is said with its line and column, and what would be right",
    arguments: [
      ("title = 3\n[[step]]\nkind = \"farewell\"", "a.toml:1:1: title must be a string."),
      (
        "titel = \"x\"",
        "a.toml:1:1: An agenda has no titel: it has title, language, question, start, timezone, walk_seconds, tables, [[table]] and [[step]]."
      ),
      ("title = \"x\"", "a.toml: The agenda has no step: begin each with [[step]] and its kind."),
      (
        "[[step]]\nkind = \"dance\"",
        "a.toml:2:1: step 1: kind must be one of welcome, break, farewell, rounds, circle, coffee."
      ),
      (
        "[[step]]\nkind = \"rounds\"\n  minutes = 999",
        "a.toml:3:3: step 1: minutes must be from 10 to 10800 seconds."
      ),
      (
        "[[step]]\nkind = \"rounds\"\nseconds = 1",
        "a.toml:3:1: step 1: seconds must be from 10 to 10800 seconds."
      ),
      (
        "[[step]]\nkind = \"farewell\"\n\n[[step]]\nkind = \"rounds\"\npeople = 9",
        "a.toml:6:1: step 2: people must be a whole number from 2 to 6."
      ),
      (
        "[[step]]\nkind = \"rounds\"\npairing = { avoid_same = \"shoes\" }",
        "a.toml:3:13: step 1: pairing.avoid_same must be one of company, role, mode."
      ),
      (
        "[[step]]\nkind = \"rounds\"\n[step.pairing]\nmix = \"all\"",
        "a.toml:4:1: step 1: pairing.mix must be modes, or an object with attribute and perGroup."
      ),
      (
        "[[step]]\nkind = \"break\"",
        "a.toml:1:1: Say how long the break lasts, with minutes, or wait = true until a host goes on."
      ),
      (
        "[[step]]\nkind = \"welcome\"\nminutes = 5\npeople = 3",
        "a.toml:4:1: step 1: people belongs to rounds, circle or coffee; a step in the lobby has none."
      ),
      (
        "[[step]]\nkind = \"rounds\"\nminutes = 5\nseconds = 3",
        "a.toml:4:1: Give the length in minutes or in seconds, not in both."
      ),
      (
        "start = 9\n[[step]]\nkind = \"farewell\"",
        "a.toml:1:1: start has to be a time such as 19:30:00, or a date and time such as 2027-03-01T19:30:00."
      ),
    ])
  func wrong(text: String, sentence: String) throws {
    let error = #expect(throws: FileError.self) { try agenda(text) }
    #expect(error?.description == sentence)
  }

  @Test("What is no TOML is said with its place")
  func noTOML() throws {
    let error = #expect(throws: FileError.self) { try agenda("title = \n") }
    #expect(error?.description.hasPrefix("a.toml:1:") == true)
  }

  @Test("The examples are agendas", arguments: ["coffee", "hybrid", "circle"])
  func examples(name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../config/agendas/\(name).toml")
    let agenda = try AgendaFile(path: file.path).agenda()
    #expect(agenda.steps.count > 3)
    #expect(agenda.steps.contains { $0.kind.isInRooms })
  }
}
