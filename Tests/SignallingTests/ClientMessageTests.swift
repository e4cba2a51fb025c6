import Pairing
import Rounds
import Signalling
import Testing

@Suite("Client messages")
struct ClientMessageTests {
  static let offer = JSONText(trusted: #"{"sdp":"v=0\r\n","type":"offer"}"#)

  static let agenda = Agenda(
    title: "Café", locale: "es", start: .at(5), question: "¿Una alegría?",
    steps: [
      AgendaStep(kind: .welcome, title: "Hola", text: "Pasad", content: .lobby(length: 600_000)),
      AgendaStep(kind: .circle, content: .rounds(RoundSettings(people: 5, length: 600_000, turn: 120_000))),
      AgendaStep(kind: .farewell, content: .lobby(length: nil)),
    ])

  static let everything = RoundSettings(
    people: 6, length: 10_500, prompts: ["¿Qué?"], rounds: 100,
    pairing: PairingRules(
      avoidsSame: .company, isHard: true, prefersSharedTopics: true, mix: .modes, sizes: 4...6,
      honoursWishesAgain: true),
    turn: 60_000)
  static let mixed = RoundSettings(
    prompts: ["A", "B"],
    pairing: PairingRules(mix: .init(attribute: .part, perGroup: ["mentor": 1...1, "mentee": 0...3])))

  static let messages: [ClientMessage] = [
    ClientMessage(.join(Join(entry: .token("a.b.c")))),
    ClientMessage(
      .join(Join(entry: .open(GatheringID("cafe")!), name: "Ana")), gathering: GatheringID("cafe")),
    ClientMessage(
      .join(
        Join(
          entry: .token("a.b.c"), name: "Ana", mode: .venue, locale: "es",
          profile: Profile(headline: "Barcos", company: "Mar", topics: ["a", "b"]),
          contact: "ana@example.org",
          resume: "7f", links: [.p(9): 3, .p(31): 0])), id: "1"),
    ClientMessage(
      .signal(Signal(from: .p(1), to: .p(2), room: .r(3, 4), link: 5, content: .description(offer)))),
    ClientMessage(.signal(Signal(from: .p(1), to: .p(2), room: .r(3, 4), link: 5, content: .candidate(nil)))),
    ClientMessage(.chat(Chat(room: .r(3, 4), from: .p(1), text: "\"Hola\"\n\u{1}\u{1F}\u{7F} \\ ☕"))),
    ClientMessage(.wish(person: .p(9), on: true), id: "x"), ClientMessage(.help(on: false)),
    ClientMessage(.pass(on: true)), ClientMessage(.leave, id: ""),
    ClientMessage(.time(t0: JSONNumber(trusted: "12.30e-1"))),
    ClientMessage(.relink(room: .r(3, 4), person: .p(9), link: 1)),
    ClientMessage(.roundStart(RoundStart())),
    ClientMessage(.roundStart(RoundStart(settings: everything, delay: 3_600_000))),
    ClientMessage(.roundStart(RoundStart(settings: mixed))),
    ClientMessage(.block(person: .p(9), on: true)),
    ClientMessage(.pairKeep(.p(9), .p(2), rule: .apart)), ClientMessage(.pairKeep(.p(1), .p(2), rule: nil)),
    ClientMessage(.rotate(delay: 12_005)), ClientMessage(.rotate(delay: 10)),
    ClientMessage(.rotate(delay: 99)),
    ClientMessage(.rotate(delay: 100)), ClientMessage(.roundExtend(by: -90_050)),
    ClientMessage(.roundExtend(by: 1)), ClientMessage(.roundPause), ClientMessage(.roundResume),
    ClientMessage(.roundEnd, gathering: GatheringID("cafe")), ClientMessage(.announce(text: "Ya")),
    ClientMessage(.personMove(person: .p(9), room: .r(3, 4))),
    ClientMessage(.personMoveTogether(person: .p(9), with: .p(2))),
    ClientMessage(.personMove(person: .p(9), room: nil)), ClientMessage(.personRemove(person: .p(9))),
    ClientMessage(.personMove(person: .p(9), room: nil, table: "4")), ClientMessage(.mode(.venue)),
    ClientMessage(.pair(GatheringID("cafe")!), id: "1", gathering: GatheringID("cafe")),
    ClientMessage(.venue(.addTable(Table(name: "4", seats: 6, hasScreen: true)))),
    ClientMessage(.venue(.openTable("4", true))), ClientMessage(.venue(.openTable("4", false))),
    ClientMessage(.venue(.pairScreen(code: "KTRMWX", table: "4"))),
    ClientMessage(.venue(.checkIn(.p(9), on: false))), ClientMessage(.venue(.checkInTakenBack(.p(9)))),
    ClientMessage(.venue(.walkIn(name: "Eva"))),
    ClientMessage(.venue(.mode(.p(9), .online))),
    ClientMessage(.look(.token("a.b.c"))), ClientMessage(.quality(.weak)),
    ClientMessage(.roomVisit(.r(3, 4))), ClientMessage(.helpDone(.r(3, 4))),
    ClientMessage(.helpDone(.r(3, 4), reopening: .p(9))),
    ClientMessage(.personPass(person: .p(9), on: true)), ClientMessage(.personPass(person: .p(9), on: false)),
    ClientMessage(.look(.open(GatheringID("cafe")!)), id: "1", gathering: GatheringID("cafe")),
    ClientMessage(.roster), ClientMessage(.status), ClientMessage(.agenda(.set(agenda))),
    ClientMessage(.agenda(.start)), ClientMessage(.agenda(.next)), ClientMessage(.agenda(.stop)),
    ClientMessage(.gatheringCreate(GatheringCreate(title: "Café", locale: "es", isOpen: true))),
    ClientMessage(.gatheringList), ClientMessage(.gatheringClose), ClientMessage(.gatheringPurge),
    ClientMessage(
      .guestsAdd([
        Guest(name: "Luis"),
        Guest(
          name: "Ana", subject: "ana", mode: .venue,
          profile: Profile(headline: "h", company: "c", topics: ["t"], answer: "a"),
          part: "mentor", contact: "ana@example.org"),
      ])),
    ClientMessage(.link(LinkRequest(role: .table, name: "Marta", table: "Window", subject: "t"))),
  ]

  @Test("What is written is read back as the same", arguments: messages)
  func roundTrip(message: ClientMessage) throws {
    #expect(try withFrame(message.encode()) { try ClientMessage.decode($0) } == message)
  }

  @Test("A frame is written as the protocol has it")
  func frame() {
    let message = ClientMessage(.relink(room: .r(3, 17), person: .p(9), link: 1), id: "a\"b")
    #expect(
      text(message.encode()) == #"{"type":"relink","id":"a\"b","room":"r3-17","person":"p9","link":1}"#)
    #expect(text(ClientMessage(.rotate(delay: 12_005)).encode()) == #"{"type":"rotate","inSeconds":12.005}"#)
  }

  @Test("What isn't said has its default")
  func defaults() throws {
    #expect(try decodeClient(#"{"type":"round.start"}"#).request == .roundStart(RoundStart()))
    #expect(
      try decodeClient(#"{"type":"round.start","people":null,"pairing":{}}"#).request
        == .roundStart(RoundStart()))
    #expect(try decodeClient(#"{"type":"rotate","seconds":"unknown"}"#).request == .rotate(delay: 0))
    #expect(
      try decodeClient(#"{"type":"gathering.create","title":"x"}"#).request
        == .gatheringCreate(GatheringCreate(title: "x")))
  }

  @Test("Words for people are trimmed, and empty topics dropped")
  func trimming() throws {
    let frame =
      #"{"type":"join","token":"t","name":" \t Ana María\u00a0\n","profile":{"topics":["  ","mar "]}}"#
    let join = Join(entry: .token("t"), name: "Ana María", profile: Profile(topics: ["mar"]))
    #expect(try decodeClient(frame).request == .join(join))
  }

  @Test("A prompt and an announcement may have several lines")
  func lines() throws {
    #expect(
      try decodeClient(#"{"type":"announce","text":" A\r\n\tB\n"}"#).request == .announce(text: "A\r\n\tB"))
    let start = RoundStart(settings: RoundSettings(prompts: ["A\nB"]))
    #expect(try decodeClient(#"{"type":"round.start","prompt":"A\nB"}"#).request == .roundStart(start))
  }

  @Test("A person who resumes needs no name")
  func resume() throws {
    let frame = #"{"type":"join","gathering":"cafe","resume":"7f"}"#
    let cafe = try #require(GatheringID("cafe"))
    #expect(try decodeClient(frame).request == .join(Join(entry: .open(cafe), resume: "7f")))
  }

  @Test("An error names the request that it answers, as soon as there is an id to read")
  func re() {
    #expect(refusal { _ = try decodeClient(#"{"type":"wish","id":"7"}"#) }?.re == "7")
    #expect(refusal { _ = try decodeClient(#"{"id":"7"}"#) }?.re == "7")
    #expect(
      refusal { _ = try decodeClient(#"{"type":"wish","id":7}"#) }
        == ProtocolError(.malformed, "id must be a string."))
  }

  @Test("A key that comes twice is named by its place, without repeating the frame")
  func duplicates() {
    let error = refusal { _ = try decodeClient(#"{"type":"roster","x":{"secret":1,"secret":2}}"#) }
    #expect(
      error
        == ProtocolError(
          .malformed, "The frame can't be read at byte 41, and should be plain JSON: duplicate object key."))
  }

  @Test("A type that nobody knows is unknown, and isn't echoed")
  func unknown() {
    let error = refusal { _ = try decodeClient(#"{"type":"teleport","id":"7"}"#) }
    #expect(error?.code == .unknownType)
    #expect(error?.message.contains("teleport") == false)
  }

  @Test(
    "Fields that are missing, ill-typed or out of range are malformed",
    arguments: [
      "{}", #"{"type":7}"#, #"{"type":"join"}"#, #"{"type":"join","token":7}"#,
      #"{"type":"join","token":""}"#,
      #"{"type":"join","gathering":"cafe"}"#, #"{"type":"join","gathering":"Café","name":"Ana"}"#,
      #"{"type":"join","gathering":"cafe","name":" "}"#, #"{"type":"join","token":"t","mode":"moon"}"#,
      #"{"type":"join","token":"t","profile":[]}"#, #"{"type":"join","token":"t","profile":{"topics":"a"}}"#,
      #"{"type":"join","token":"t","links":[]}"#, #"{"type":"join","token":"t","links":{"h1":1}}"#,
      #"{"type":"join","token":"t","links":{"p1":-1}}"#, #"{"type":"wish","person":9,"on":true}"#,
      #"{"type":"wish","person":"p9"}"#, #"{"type":"wish","person":"p9","on":1}"#, #"{"type":"help"}"#,
      #"{"type":"time"}"#, #"{"type":"time","t0":"1"}"#, #"{"type":"time","t0":null}"#,
      #"{"type":"round.start","people":1}"#, #"{"type":"round.start","people":7}"#,
      #"{"type":"round.start","people":2.5}"#, #"{"type":"round.start","lengthSeconds":9}"#,
      #"{"type":"round.start","lengthSeconds":10801}"#, #"{"type":"round.start","rounds":0}"#,
      #"{"type":"round.start","rounds":101}"#, #"{"type":"round.start","inSeconds":-1}"#,
      #"{"type":"round.start","inSeconds":3601}"#, #"{"type":"round.start","pairing":"none"}"#,
      #"{"type":"round.start","pairing":{"avoidSame":"shoes"}}"#, #"{"type":"rotate","inSeconds":"1"}"#,
      #"{"type":"round.extend"}"#, #"{"type":"round.extend","seconds":0}"#,
      #"{"type":"round.extend","seconds":99999999}"#, #"{"type":"announce","text":" "}"#,
      #"{"type":"agenda.set"}"#, #"{"type":"agenda.set","agenda":"x"}"#,
      #"{"type":"gathering.create","title":""}"#, #"{"type":"gathering.create","title":"x","gathering":"A"}"#,
      #"{"type":"guests.add","guests":[]}"#, #"{"type":"guests.add","guests":[7]}"#,
      #"{"type":"guests.add","guests":[{"name":""}]}"#, #"{"type":"link","role":"king"}"#,
      #"{"type":"link","role":"table"}"#, #"{"type":"join","token":"t","locale":"ñ"}"#,
      #"{"type":"join","token":"t","name":"Ana\u001b[2J"}"#, #"{"type":"join","token":"t","name":"A\nB"}"#,
      #"{"type":"join","token":"t","name":"A\u0085B"}"#, #"{"type":"announce","text":"A\u0007B"}"#,
      #"{"type":"roster","x":{"a":1,"a":2}}"#, #"{"type":"help.done","room":"r1-1","on":false}"#,
      #"{"type":"signal","from":"p1","to":"p2","room":"r1-1","link":1}"#,
    ])
  func malformed(frame: String) {
    let error = refusal { _ = try decodeClient(frame) }
    #expect(error?.code == .malformed)
    #expect(error?.message.hasSuffix(".") == true)
  }

  @Test(
    "Ids that can be nobody's are not found",
    arguments: [
      #"{"type":"wish","person":"h1","on":true}"#, #"{"type":"wish","person":"p09","on":true}"#,
      #"{"type":"person.move","person":"p9","room":"kitchen"}"#,
      #"{"type":"relink","room":"r3-+17","person":"p9","link":1}"#,
    ])
  func notFound(frame: String) {
    #expect(refusal { _ = try decodeClient(frame) }?.code == .notFound)
  }

  static let join = #"{"type":"join","token":"t","#
  static let guest = #"{"type":"guests.add","guests":[{"name":"x","#
  static let lengths: [(before: String, after: String, limit: Int)] = [
    (#"{"type":"leave","id":""#, #""}"#, Limits.requestIDCharacters),
    (#"{"type":"join","token":""#, #""}"#, Limits.tokenCharacters),
    (join + #""name":""#, #""}"#, Limits.nameCharacters),
    (join + #""contact":""#, #""}"#, Limits.contactCharacters),
    (join + #""resume":""#, #""}"#, Limits.resumeCharacters),
    (join + #""profile":{"headline":""#, #""}}"#, Limits.headlineCharacters),
    (join + #""profile":{"company":""#, #""}}"#, Limits.companyCharacters),
    (join + #""profile":{"topics":[""#, #""]}}"#, Limits.topicCharacters),
    (#"{"type":"chat","room":"r1-1","from":"p1","text":""#, #""}"#, Limits.chatCharacters),
    (#"{"type":"round.start","prompt":""#, #""}"#, Limits.promptCharacters),
    (#"{"type":"announce","text":""#, #""}"#, Limits.announcementCharacters),
    (#"{"type":"gathering.create","title":""#, #""}"#, Limits.titleCharacters),
    (guest + #""sub":""#, #""}]}"#, Limits.subjectCharacters),
    (guest + #""role":""#, #""}]}"#, Limits.partCharacters),
    (#"{"type":"link","role":"table","table":""#, #""}"#, Limits.tableCharacters),
  ]

  @Test("A text may be as long as its limit says and no longer", arguments: lengths)
  func textLimit(field: (before: String, after: String, limit: Int)) {
    func refused(_ count: Int) -> ErrorCode? {
      let words = String(repeating: "é", count: count)
      return refusal { _ = try decodeClient(field.before + words + field.after) }?.code
    }
    #expect(refused(field.limit) == nil)
    #expect(refused(field.limit + 1) == .tooLarge)
  }

  @Test("A language tag may be as long as its limit says and no longer")
  func localeLimit() {
    func refused(_ count: Int) -> ErrorCode? {
      let tag = String(repeating: "e", count: count)
      return refusal { _ = try decodeClient(Self.join + #""locale":"\#(tag)"}"#) }?.code
    }
    #expect(refused(Limits.localeCharacters) == nil)
    #expect(refused(Limits.localeCharacters + 1) == .tooLarge)
  }

  @Test("A list may be as long as its limit says and no longer")
  func listLimit() {
    func refused(_ before: String, _ element: (Int) -> String, _ after: String, _ count: Int) -> ErrorCode? {
      let list = (0..<count).map(element).joined(separator: ",")
      return refusal { _ = try decodeClient(before + list + after) }?.code
    }
    for (extra, expected) in [(0, nil), (1, ErrorCode.tooLarge)] {
      let topics = refused(
        Self.join + #""profile":{"topics":["#, { "\"\($0)\"" }, "]}}", Limits.topics + extra)
      #expect(topics == expected)
      let links = refused(Self.join + #""links":{"#, { "\"p\($0)\":1" }, "}}", Limits.links + extra)
      #expect(links == expected)
      let guests = refused(
        #"{"type":"guests.add","guests":["#, { #"{"name":"\#($0)"}"# }, "]}", Limits.guests + extra)
      #expect(guests == expected)
    }
  }

  @Test("Only those who lead may lead, and only organizers organize")
  func leading() {
    let free: Set = [
      "join", "look", "signal", "chat", "wish", "help", "block", "pass", "quality", "leave", "time", "relink",
      "mode",
      "pair",
    ]
    let organizing: Set = ["gathering.create", "gathering.list", "gathering.purge", "guests.add", "link"]
    for request in Self.messages.map(\.request) {
      #expect(request.needsLead == !free.contains(request.type))
      #expect(request.needsOrganizer == organizing.contains(request.type))
    }
  }
}
