import Pairing
import Rounds
import Signalling
import Testing

@Suite("The envelope")
struct EnvelopeTests {
  static let signalFrame =
    #"{"type":"signal","from":"p12","to":"p9","room":"r3-17","link":1,"candidate":null}"#
  static let chatFrame = #"{"type":"chat","room":"r3-17","from":"p12","text":"Hola"}"#

  @Test("A signal's route is read")
  func signal() throws {
    let envelope = try scan(Self.signalFrame)
    #expect(envelope.kind == .signal)
    #expect(envelope.from == .p(12))
    #expect(envelope.to == .p(9))
    #expect(envelope.room == .r(3, 17))
    #expect(envelope.link == 1)
  }

  @Test("A chat's route is read")
  func chat() throws {
    let envelope = try scan(Self.chatFrame)
    #expect(envelope.kind == .chat)
    #expect(envelope.from == .p(12))
    #expect(envelope.room == .r(3, 17))
    #expect(envelope.to == nil)
  }

  @Test("Keys in any order, white space and unknown fields change nothing")
  func order() throws {
    let spread = """
       \t{ "candidate" : { "candidate" : "" , "x" : [ 1 , { } , [ ] ] } ,\r\n "link":1,
      "room" : "r3-17" , "to":"p9", "from":"p12", "more": [true,false,null,-1.5e+3], "type" : "signal" }\n
      """
    #expect(try scan(spread) == scan(Self.signalFrame))
  }

  @Test("A request for the time without an id says where its number stands")
  func time() throws {
    let frame = #"{"type":"time","t0":123.40}"#
    let envelope = try scan(frame)
    #expect(envelope.kind == .time)
    let range = try #require(envelope.t0)
    #expect(text(Array(Array(frame.utf8)[range])) == "123.40")
  }

  @Test(
    "Whatever is not relayed is left to the client message",
    arguments: [
      #"{"type":"time","t0":1,"id":"7"}"#, #"{"type":"time","t0":1,"id":7}"#,
      #"{"type":"time","t0":1,"id":null}"#, #"{"type":"time","t0":"1"}"#, #"{"type":"time"}"#, "{}",
      #"{"type":"signals","from":7}"#, #"{"type":3}"#, #"{"type":"help","on":true,"room":null}"#,
    ])
  func other(frame: String) throws {
    #expect(try scan(frame).kind == .other)
  }

  @Test(
    "Ids in another spelling than the server's are nobody's",
    arguments: ["p", "p012", "p+12", "h1", "", "12", "p12 ", "P12", "p1234567890123456789"])
  func spelling(id: String) throws {
    #expect(try scan(Self.chatFrame.replacing("p12", with: id)).from == nil)
  }

  @Test(
    "Room ids in another spelling than the server's are no room's",
    arguments: ["r3", "r3-", "r-17", "r03-17", "r3-+17", "r0-1", "r3-0", "r3-1-1", "x3-17"])
  func roomSpelling(id: String) throws {
    #expect(try scan(Self.chatFrame.replacing("r3-17", with: id)).room == nil)
  }

  @Test(
    "A signal or chat with a field missing or ill-typed is malformed",
    arguments: [
      signalFrame.replacing(#""from":"p12","#, with: ""), signalFrame.replacing(#""p9""#, with: "9"),
      signalFrame.replacing(#""r3-17""#, with: "null"), signalFrame.replacing(#""link":1,"#, with: ""),
      signalFrame.replacing(#":1,"#, with: #":"1","#), signalFrame.replacing(#":1,"#, with: #":1.5,"#),
      signalFrame.replacing(#":1,"#, with: #":-1,"#), signalFrame.replacing(#":1,"#, with: #":100000001,"#),
      signalFrame.replacing(#","candidate":null"#, with: ""), signalFrame.replacing("null", with: #""x""#),
      signalFrame.replacing("null", with: "[]"), signalFrame.replacing("candidate", with: "description"),
      signalFrame.replacing("null", with: #"null,"description":{}"#),
      chatFrame.replacing(#""Hola""#, with: "4"),
      chatFrame.replacing(#","text":"Hola""#, with: ""), chatFrame.replacing(#""room":"r3-17","#, with: ""),
    ])
  func illTyped(frame: String) {
    #expect(refusal { _ = try scan(frame) }?.code == .malformed)
  }

  @Test(
    "Where two readers could disagree, the frame is malformed",
    arguments: [
      signalFrame.replacing(#","to""#, with: #","from":"p13","to""#),
      signalFrame.replacing(#"{"type":"signal""#, with: #"{"type":"help","type":"signal""#),
      signalFrame.replacing(#""from""#, with: #""fr\u006fm""#),
      signalFrame.replacing(#""signal""#, with: #""sign\u0061l""#),
      signalFrame.replacing(#""p12""#, with: #""\u007012""#),
      signalFrame.replacing("null", with: #"null,"candidate":null"#),
      chatFrame.replacing("Hola", with: #"\u0000"#), chatFrame.replacing("Hola", with: "\u{0}"),
    ])
  func ambiguous(frame: String) {
    #expect(refusal { _ = try scan(frame) }?.code == .malformed)
  }

  @Test("A chat may have two thousand characters, however they are written")
  func chatLength() throws {
    for character in ["a", "é", "☕", "🎈", #"\n"#, #"\u00e9"#, #"\ud83c\udf88"#, #"\uD83C\uDF88"#] {
      let full = String(repeating: character, count: Limits.chatCharacters)
      #expect(try scan(Self.chatFrame.replacing("Hola", with: full)).kind == .chat)
      let over = refusal { _ = try scan(Self.chatFrame.replacing("Hola", with: full + "a")) }
      #expect(over?.code == .tooLarge)
    }
  }

  @Test("Nesting is allowed to its limit and no deeper")
  func nesting() throws {
    func nested(_ levels: Int) -> String {
      let inner = levels - 1
      return #"{"x":"# + String(repeating: "[", count: inner) + String(repeating: "]", count: inner) + "}"
    }
    #expect(try scan(nested(Limits.nestingLevels)).kind == .other)
    #expect(refusal { _ = try scan(nested(Limits.nestingLevels + 1)) }?.code == .malformed)
    #expect(
      refusal { _ = try scan(#"{"x":"# + String(repeating: "{\"a\":", count: 9_000)) }?.code == .malformed)
  }

  @Test("A frame may have as many bytes as the welcome says")
  func length() throws {
    func frame(_ bytes: Int) -> String { "{}" + String(repeating: " ", count: bytes - 2) }
    #expect(try scan(frame(Limits.messageBytes)).kind == .other)
    #expect(refusal { _ = try scan(frame(Limits.messageBytes + 1)) }?.code == .tooLarge)
  }

  @Test("An error says at which byte the frame goes wrong, and what would be right")
  func sentence() {
    let error = refusal { _ = try scan(#"{"type":"chat",}"#) }
    #expect(
      error
        == ProtocolError(
          .malformed, "The frame can't be read at byte 15: something else should stand there in JSON."))
  }
}
