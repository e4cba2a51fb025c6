import Pairing
import Rounds
import Signalling
import Testing

@Suite("Server messages")
struct ServerMessageTests {
  static let profile = Profile(headline: "\"Mar\"\\\n", company: "Ñandú", topics: ["☕", ""], answer: "¿?")
  static let phase = Phase(
    name: .round, round: 3, startsAt: .at(1), endsAt: .at(1_732_370_300_000), pausedAt: .at(-5), lastRound: 4)
  static let cafe = GatheringInfo(
    id: GatheringID("cafe")!, title: "Café", locale: "es", isOpen: true, question: "¿Una alegría?")
  static let peer = Peer(
    id: .p(9), name: "Luis", mode: .venue, profile: profile, initiator: true, link: 2, presence: .lost)
  static let entry = RosterEntry(
    id: .p(9), name: "Luis", mode: .online, presence: .away, room: .r(3, 17), isPassing: true,
    isWaiting: true,
    quality: .weak)

  static let messages: [ServerMessage] = [
    .tables([TableState(Table(name: "4", seats: 6, hasScreen: true, isOpen: false), isConnected: true)]),
    .seating(
      TableSeating(
        round: 3, startsAt: .at(1), tables: [.init(table: "4", people: ["Ana", "Luis"], guests: ["Marta"])])),
    .around(
      Around(room: .r(3, 4), people: [Lobby.Card(id: .p(9), name: "Luis", mode: .venue, profile: Profile())])),
    .pass(Passing(on: true, isByHost: true)), .pass(Passing(on: false)),
    .mode(.venue), .paired(Paired(token: "a.b.c", table: "4")), .ok(Answer(re: "1", .code("KTRMWX"))),
    .ok(Answer(re: "1", .person(.p(9)))),
    .agenda(
      AgendaState(
        state: .waiting, step: 1,
        steps: zip(
          ClientMessageTests.agenda.steps,
          [StepTimes(startsAt: .at(1), endsAt: .at(2)), StepTimes(), StepTimes()]
        )
        .map { AgendaState.Step($0, times: $1) })),
    .assignment(
      Assignment(
        round: 3, room: .init(id: .r(3, 4)), peers: [], startsAt: .at(1), endsAt: .at(2), note: "Three.",
        turns: Turns(from: .at(1), length: 120_000, order: [.p(1), .p(2)]))),
    .welcome(
      Welcome(
        you: .init(id: "p12", name: "Ana", role: .participant, mode: .venue, profile: profile),
        gathering: cafe,
        phase: phase, resume: "7f", now: .at(Int64.max / 10),
        iceServers: [IceServer(urls: ["a", "b"], username: "u", credential: "c"), IceServer(urls: [])])),
    .welcome(
      Welcome(
        you: .init(id: "o1", name: "", role: .organizer), gathering: nil, phase: nil, resume: nil, now: .at(0)
      )),
    .phase(phase), .phase(Phase(name: .break, round: 0)),
    .assignment(
      Assignment(
        round: 3, room: .init(id: .r(3, 17), kind: .bridge, table: "Window"), peers: [peer, peer],
        startsAt: .at(1),
        endsAt: .at(2), prompt: "¿Qué?")),
    .assignment(
      Assignment(round: 3, room: nil, peers: [], startsAt: .at(1), endsAt: .at(2), reason: "Espera.")),
    .peer(PeerChange(room: .r(3, 17), change: .lost, peer: peer, holdSeconds: 30)),
    .peer(PeerChange(room: .r(3, 17), change: .relinked, peer: peer)),
    .signal(
      Signal(from: .p(1), to: .p(2), room: .r(1, 1), link: 0, content: .description(JSONText(trusted: "{}")))),
    .chat(Chat(room: .r(1, 1), from: .p(1), text: "Hola")),
    .match(Match(person: .p(9), name: "Luis", contact: "")),
    .announcement(Announcement(text: "Ya", from: "Marta")), .rosterChange([entry]), .rosterChange([]),
    .help(HelpCall(room: nil, on: true, from: .p(9))),
    .help(HelpCall(room: .r(3, 17), on: false, from: .p(9))),
    .time(TimeAnswer(t0: JSONNumber(trusted: "1.50"), now: .at(7))),
    .time(TimeAnswer(t0: JSONNumber(-3), now: .at(7))),
    .lobby(Lobby(present: 37, people: [.init(id: .p(9), name: "Luis", mode: .online, profile: Profile())])),
    .ok(Answer(re: "1")), .ok(Answer(re: "1", .phase(phase))),
    .ok(Answer(re: "1", .roster(Roster(people: [entry], phase: phase, present: 1)))),
    .ok(
      Answer(re: "1", .gatherings([GatheringSummary(gathering: cafe, phase: phase, present: 1, people: 2)]))),
    .ok(
      Answer(
        re: "1", .created(GatheringCreated(gathering: cafe, links: .init(join: "j", host: "h", board: "b"))))),
    .ok(Answer(re: "1", .guests([GuestLink(id: .p(1), name: "Ana", link: "l")]))),
    .ok(Answer(re: "1", .link("l"))),
    .ok(Answer(re: "1", .look(Look(gathering: cafe, phase: phase, startsAt: .at(9), you: nil)))),
    .ok(
      Answer(
        re: "1",
        .look(
          Look(
            gathering: cafe, phase: phase, startsAt: nil,
            you: .init(name: "Ana", profile: profile, contact: "@ana"))))),
    .ok(
      Answer(
        re: "1",
        .status(
          Status(
            gathering: cafe, phase: phase, present: 1, people: 2,
            rooms: [.init(room: .r(3, 1), people: [.p(1)])],
            waiting: 0)))),
    .error(ProtocolError(.rateLimited, "Slower.", re: "1")), .error(ProtocolError(.malformed, "No.")),
  ]

  @Test("What is written is read back as the same", arguments: messages)
  func roundTrip(message: ServerMessage) throws {
    #expect(try withFrame(message.encode()) { try ServerMessage.decode($0) } == message)
  }

  @Test("An assignment is written as the protocol has it")
  func assignment() {
    let peer = Peer(id: .p(9), name: "Luis", mode: .online, profile: Profile(), initiator: true, link: 1)
    let message = ServerMessage.assignment(
      Assignment(round: 3, room: .init(id: .r(3, 17)), peers: [peer], startsAt: .at(1), endsAt: .at(2)))
    let frame = #"""
      {"type":"assignment","round":3,"room":{"id":"r3-17","kind":"online","table":null},"peers":[{"id":"p9",\#
      "name":"Luis","mode":"online","profile":{"headline":"","topics":[],"company":""},"initiator":true,"link":1,\#
      "presence":"present"}],"startsAt":1,"endsAt":2,"prompt":""}
      """#
    #expect(text(message.encode()) == frame)
  }

  @Test("Every character that JSON wants escaped is escaped, and no other")
  func escapes() throws {
    let all = String(String.UnicodeScalarView((1...0x250).compactMap(Unicode.Scalar.init)))
    let message = ServerMessage.announcement(Announcement(text: all, from: ""))
    #expect(try withFrame(message.encode()) { try ServerMessage.decode($0) } == message)
    let short = ServerMessage.announcement(
      Announcement(text: "\u{1}\u{8}\t\n\u{C}\r\u{1F}\"\\/\u{7F}é", from: ""))
    #expect(
      text(short.encode())
        == #"{"type":"announcement","text":"\u0001\b\t\n\f\r\u001f\"\\/\#u{7F}é","from":""}"#)
  }

  @Test("Integers are written to their last digit")
  func integers() {
    for now in [0, 9, -1, Int64.max, Int64.min] {
      let frame = text(ServerMessage.time(TimeAnswer(t0: JSONNumber(0), now: .at(now))).encode())
      #expect(frame == #"{"type":"time","t0":0,"now":\#(now)}"#)
    }
  }

  @Test("One buffer serves many messages")
  func buffer() {
    var buffer: [UInt8] = Array("before".utf8)
    ServerMessage.ok(Answer(re: "1")).encode(into: &buffer)
    #expect(text(buffer) == #"before{"type":"ok","re":"1"}"#)
    buffer.removeAll(keepingCapacity: true)
    ServerMessage.ok(Answer(re: "2")).encode(into: &buffer)
    #expect(text(buffer) == #"{"type":"ok","re":"2"}"#)
  }

  @Test("The quick answer to a request for the time equals the other one")
  func time() throws {
    let frame = Array(#"{"t0": 123.40, "type":"time"}"#.utf8)
    var quick: [UInt8] = []
    try withFrame(frame) { frame in
      let t0 = try #require(try Envelope.scan(frame).t0)
      ServerMessage.encodeTime(t0: UnsafeRawBufferPointer(rebasing: frame[t0]), now: .at(7), into: &quick)
    }
    let answer = ServerMessage.time(TimeAnswer(t0: JSONNumber(trusted: "123.40"), now: .at(7)))
    #expect(quick == answer.encode())
  }

  @Test("What a client doesn't know yet is told apart from what is broken")
  func unknown() {
    #expect(refusal { _ = try decodeServer(#"{"type":"fireworks"}"#) }?.code == .unknownType)
    #expect(refusal { _ = try decodeServer(#"{"type":"phase"}"#) }?.code == .malformed)
    #expect(
      refusal { _ = try decodeServer(#"{"type":"phase","phase":{"name":"x","round":1}}"#) }?.code
        == .malformed)
    #expect(refusal { _ = try decodeServer("{") }?.code == .malformed)
  }

  @Test("A presence goes out as its word")
  func reachability() {
    let presences: [Presence] = [
      .expected, .present, .lost(since: .at(1)), .away, .left, .removed, .checkedIn,
    ]
    #expect(presences.map(Reachability.init) == Reachability.allCases)
  }
}
