import Pairing
import Rehearsal
import Rounds
import Testing

/// The evening as a line, a character for ten seconds: `w` welcome, `b` break, `f` farewell, a digit for a round,
/// `.` for a lobby outside of any step, `|` paused.
private func draw(_ evening: inout VirtualEvening, _ length: Int) -> String {
  var line = ""
  for _ in 0..<length {
    line += sign(evening.gathering)
    evening.wait(seconds: 10)
  }
  return line
}

private func sign(_ gathering: Gathering) -> String {
  if gathering.phase.pausedAt != nil { return "|" }
  if let round = gathering.running { return "\(round.number)" }
  guard let script = gathering.script, let step = script.step else { return "." }
  return String(script.agenda.steps[step].kind.rawValue.prefix(1))
}

@Suite("The agenda")
struct AgendaTests {
  static let rounds = RoundSettings(people: 2, length: 30_000, prompts: ["A", "B"], rounds: 2)
  static let agenda = Agenda(
    steps: [
      AgendaStep(kind: .welcome, content: .lobby(length: 20_000)),
      AgendaStep(kind: .rounds, content: .rounds(rounds)),
      AgendaStep(kind: .break, content: .lobby(length: 30_000)),
      AgendaStep(kind: .coffee, content: .rounds(RoundSettings(people: 2, length: 40_000))),
      AgendaStep(kind: .farewell, content: .lobby(length: 20_000)),
    ])

  func evening(_ agenda: Agenda = agenda, people: Int = 6) throws -> VirtualEvening {
    var evening = try VirtualEvening(people: people)
    try evening.give(.setAgenda(agenda))
    try evening.give(.startAgenda)
    return evening
  }

  @Test("It runs by itself to the second")
  func runs() throws {
    var evening = try evening()
    #expect(draw(&evening, 17) == "ww111222bbb3333ff")
    #expect(evening.gathering.script?.place == .over)
  }

  @Test("It begins at its start by itself, and not before")
  func start() throws {
    var agenda = Self.agenda
    agenda.start = Instant(milliseconds: 30_000)
    var evening = try VirtualEvening(people: 4)
    try evening.give(.setAgenda(agenda))
    #expect(draw(&evening, 8) == "...ww111")
  }

  @Test("A step without a length waits for whoever leads")
  func waits() throws {
    var agenda = Self.agenda
    agenda.steps[2].content = .lobby(length: nil)
    var evening = try evening(agenda)
    #expect(draw(&evening, 12) == "ww111222bbbb")
    try evening.give(.nextStep)
    #expect(draw(&evening, 5) == "3333f")
  }

  @Test("Pausing, extending and shortening shift what follows")
  func shifts() throws {
    var evening = try evening()
    #expect(draw(&evening, 3) == "ww1")
    try evening.give(.pause)
    #expect(draw(&evening, 2) == "||")
    try evening.give(.resume)
    #expect(draw(&evening, 2) == "11")
    try evening.give(.extend(10_000))
    #expect(draw(&evening, 5) == "2222b")
    try evening.give(.extend(-10_000))
    #expect(draw(&evening, 2) == "b3")
  }

  @Test("A break can be paused like a round")
  func pausedBreak() throws {
    var evening = try evening()
    #expect(draw(&evening, 9) == "ww111222b")
    try evening.give(.pause)
    #expect(draw(&evening, 3) == "|||")
    try evening.give(.resume)
    #expect(draw(&evening, 3) == "bb3")
  }

  @Test("The next step can be had early, whatever runs")
  func skips() throws {
    var evening = try evening()
    evening.wait(seconds: 5)
    try evening.give(.nextStep)
    #expect(draw(&evening, 1) == "1")
    try evening.give(.nextStep)
    #expect(draw(&evening, 1) == "b")
    try evening.give(.nextStep)
    #expect(draw(&evening, 5) == "2222f")
  }

  @Test("Two hosts who ask for the next step at once get one step")
  func doublePress() throws {
    var evening = try evening()
    evening.wait(seconds: 5)
    try evening.give(.nextStep)
    #expect(throws: Refusal(.conflict, "Step 2 of the agenda has only just begun.")) {
      try evening.give(.nextStep)
    }
  }

  @Test("A round that is rotated, and one started by hand in a break, leave the agenda in its place")
  func interleaved() throws {
    var evening = try evening()
    #expect(draw(&evening, 3) == "ww1")
    try evening.give(.rotate(inside: 0))
    #expect(draw(&evening, 4) == "222b")
    try evening.give(.start(RoundSettings(people: 3, length: 40_000), inside: 0))
    #expect(draw(&evening, 6) == "333344")
    #expect(evening.gathering.running?.step == 3)
  }

  @Test("Who ends a round of the agenda is in the lobby, and the agenda waits")
  func ended() throws {
    var evening = try evening()
    #expect(draw(&evening, 3) == "ww1")
    try evening.give(.end)
    #expect(draw(&evening, 20) == String(repeating: "r", count: 20))
    try evening.give(.nextStep)
    #expect(draw(&evening, 4) == "bbb2")
  }

  @Test("Stopped, what runs goes on and nothing follows; started again, it begins anew")
  func stopped() throws {
    var evening = try evening()
    #expect(draw(&evening, 3) == "ww1")
    try evening.give(.stopAgenda)
    #expect(draw(&evening, 5) == "11...")
    try evening.give(.startAgenda)
    #expect(draw(&evening, 3) == "ww2")
  }

  @Test("Each round of a step has the next prompt")
  func prompts() throws {
    var evening = try evening()
    evening.wait(seconds: 20)
    #expect(evening.gathering.running?.settings.prompt == "A")
    evening.wait(seconds: 30)
    #expect(evening.gathering.running?.settings.prompt == "B")
  }

  @Test("Rounds that follow rounds are seated a handover ahead, too")
  func handover() throws {
    var agenda = Self.agenda
    agenda.steps.remove(at: 2)
    var evening = try evening(agenda)
    evening.wait(seconds: 70)
    #expect(evening.gathering.coming?.round?.startsAt == Instant(milliseconds: 80_000))
    #expect(evening.gathering.coming?.round?.step == 2)
  }

  @Test("A machine that sleeps moves what it missed by the delay, and skips nothing")
  func sleeps() throws {
    var evening = try evening()
    evening.wait(seconds: 55)
    evening.oversleep(seconds: 300)
    #expect(evening.gathering.phase.name == .break)
    #expect(evening.gathering.coming?.startsAt == Instant(milliseconds: 385_000))
    evening.wait(seconds: 30)
    #expect(evening.gathering.running?.number == 3)
    #expect(evening.gathering.phase.endsAt == Instant(milliseconds: 425_000))
  }

  @Test("Everybody can see when the steps are, as far as it can be told")
  func timeline() throws {
    var agenda = Self.agenda
    agenda.steps[2].content = .lobby(length: nil)
    var evening = try evening(agenda)
    evening.wait(seconds: 60)
    func at(_ seconds: Int64) -> Instant { Instant(milliseconds: seconds * 1000) }
    #expect(
      evening.gathering.timeline == [
        StepTimes(startsAt: at(0), endsAt: at(20)), StepTimes(startsAt: at(20), endsAt: at(80)),
        StepTimes(startsAt: at(80)), StepTimes(), StepTimes(),
      ])
  }

  @Test("A replayed agenda is at the same place")
  func replay() throws {
    var evening = try evening()
    for _ in 0..<17 {
      evening.wait(seconds: 10)
      #expect(evening.replayed() == evening.gathering)
    }
  }

  @Test("In turns of speech each has the word for the same time, pauses apart")
  func turns() throws {
    var evening = try VirtualEvening(people: 3)
    try evening.give(.start(RoundSettings(people: 3, length: 60_000, turn: 20_000), inside: 0))
    func speaker() -> PersonID? {
      evening.gathering.running.flatMap { $0.turns(in: $0.rooms[0]) }.map {
        $0.speaker(at: evening.now).person
      }
    }
    var heard = [speaker()]
    evening.wait(seconds: 20)
    heard.append(speaker())
    evening.wait(seconds: 15)
    try evening.give(.pause)
    evening.wait(seconds: 100)
    try evening.give(.resume)
    heard.append(speaker())
    evening.wait(seconds: 5)
    heard.append(speaker())
    let order = evening.gathering.running?.rooms[0].people.map(Optional.some) ?? []
    #expect(heard == [order[0], order[1], order[1], order[2]])
  }
}
