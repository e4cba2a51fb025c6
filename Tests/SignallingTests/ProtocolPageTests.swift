import Foundation
import Signalling
import Testing

@Suite("The protocol's page")
struct ProtocolPageTests {
  let page = ProtocolPage.read()

  @Test(
    "Every example of a client's message is read, written and read as the same",
    arguments: ProtocolPage.read().client)
  func client(example: String) throws {
    let message = try decodeClient(example)
    #expect(try withFrame(message.encode()) { try ClientMessage.decode($0) } == message)
  }

  @Test("Every example of a server's message is written as it stands", arguments: ProtocolPage.read().server)
  func server(example: String) throws {
    let frame = try decodeServer(example).encode()
    let written = try #require(JSONSerialization.jsonObject(with: Data(frame)) as? NSDictionary)
    let expected = try #require(JSONSerialization.jsonObject(with: Data(example.utf8)) as? NSDictionary)
    #expect(written == expected)
  }

  @Test("Every example passes the walk, and those that are relayed are recognized")
  func envelopes() throws {
    for example in page.client + page.server {
      let kind = try scan(example).kind
      let isRelayed = example.contains(#""type":"signal""#) || example.contains(#""type":"chat""#)
      #expect((kind == .signal || kind == .chat) == isRelayed, "\(example)")
    }
  }

  @Test("Every message has an example")
  func completeness() throws {
    let requests = Set(try page.client.map { try decodeClient($0).request.type })
    #expect(requests == Set(ClientMessageTests.messages.map(\.request.type)))
    let types = Set(try page.server.map(ProtocolPage.kind(of:)))
    #expect(
      types == Set(try ServerMessageTests.messages.map { try ProtocolPage.kind(of: text($0.encode())) }))
  }

  @Test("Every error code and close code has its row, and no other has one")
  func codes() {
    let errors = page.rows(under: "| code | when |").map { $0[0].trimmingCharacters(in: ["`"]) }
    #expect(errors == ErrorCode.allCases.map(\.rawValue))
    let closes = page.rows(under: "| close code | when | come back? |")
    #expect(closes.map { $0[0] } == CloseCode.allCases.map { "\($0.rawValue)" })
    #expect(closes.map { $0[2].hasPrefix("yes") } == CloseCode.allCases.map(\.comesBack))
  }

  @Test("The limits are those that the code applies")
  func limits() {
    let numbers = page.rows(under: "| what | at most |").compactMap { Int($0[1].prefix { $0.isNumber }) }
    #expect(
      numbers == [
        Limits.messageBytes, Limits.requestIDCharacters, Limits.nameCharacters, Limits.headlineCharacters,
        Limits.companyCharacters, Limits.topics, Limits.topicCharacters, Limits.contactCharacters,
        Limits.localeCharacters, Limits.tokenCharacters, Limits.resumeCharacters, Limits.links,
        Limits.linkNumber,
        Limits.subjectCharacters, Limits.partCharacters, Limits.tableCharacters, Limits.chatCharacters,
        Limits.promptCharacters, Limits.announcementCharacters, Limits.titleCharacters, Limits.guests,
      ])
  }
}
