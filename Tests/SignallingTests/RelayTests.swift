import Pairing
import Rounds
import Signalling
import Testing

@Suite("Relaying")
struct RelayTests {
  static let seats: [PersonID: Set<RoomID>] = [
    .p(12): [.r(3, 17)], .p(9): [.r(3, 17), .r(4, 2)], .p(31): [.r(4, 2)],
  ]

  func target(_ frame: String, from sender: PersonID?) throws -> Relay.Target {
    try Relay.target(of: scan(frame), from: sender) { Self.seats[$0, default: []].contains($1) }
  }

  func signal(from: String = "p12", to: String = "p9", room: String = "r3-17") -> String {
    #"{"type":"signal","from":"\#(from)","to":"\#(to)","room":"\#(room)","link":1,"candidate":null}"#
  }

  @Test("A signal goes to the one whom it names, in the running room and in the coming one")
  func signals() throws {
    #expect(try target(signal(), from: .p(12)) == .person(.p(9)))
    #expect(try target(signal(from: "p9", to: "p31", room: "r4-2"), from: .p(9)) == .person(.p(31)))
  }

  @Test("A chat goes to the others in the room")
  func chat() throws {
    let frame = #"{"type":"chat","room":"r4-2","from":"p9","text":"Hola"}"#
    #expect(try target(frame, from: .p(9)) == .others(.r(4, 2)))
  }

  @Test("Nobody speaks in another's name")
  func names() {
    #expect(refusal { _ = try target(signal(), from: .p(9)) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(from: "h1"), from: .p(12)) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(), from: nil) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(from: "h1"), from: nil) }?.code == .forbidden)
  }

  @Test("Nobody reaches into a room without sitting there, nor out of it, nor themselves")
  func rooms() {
    #expect(refusal { _ = try target(signal(room: "r4-2"), from: .p(12)) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(to: "p31"), from: .p(12)) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(to: "p12"), from: .p(12)) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(to: "b1"), from: .p(12)) }?.code == .forbidden)
    #expect(refusal { _ = try target(signal(room: "nowhere"), from: .p(12)) }?.code == .forbidden)
    let chat = #"{"type":"chat","room":"r4-2","from":"p12","text":"Hola"}"#
    #expect(refusal { _ = try target(chat, from: .p(12)) }?.code == .forbidden)
  }

  @Test("Asking where another message goes is the caller's mistake")
  func others() async {
    await #expect(processExitsWith: .failure) {
      let envelope = try scan(#"{"type":"time","t0":1}"#)
      _ = try? Relay.target(of: envelope, from: nil) { _, _ in true }
    }
  }
}
