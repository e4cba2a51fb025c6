import Rounds
import Server
import Signalling
import Testing

@Suite struct ServerTests {
  @Test("Two people are put into a room, and what one signals reaches the other byte for byte")
  func firstCoffee() async throws {
    let server = try await TestServer()
    let organizer = try await server.organizer()
    let (ana, _) = try await server.guest("Ana")
    let (luis, _) = try await server.guest("Luis")
    organizer.send(#"{"type":"round.start","id":"s","gathering":"cafe","people":2,"lengthSeconds":60}"#)
    let hers = try await ana.assignment(round: 1)
    let his = try await luis.assignment(round: 1)
    #expect(hers.peers.map(\.name) == ["Luis"])
    #expect(his.peers.map(\.name) == ["Ana"])
    #expect(hers.peers[0].initiator != his.peers[0].initiator)
    let room = try #require(hers.room?.id)
    #expect(his.room?.id == room)

    let frame =
      #"{"type":"signal", "from":"p1","to":"p2","room":"\#(room)","link":1,"description":{"type":"offer","sdp":"ñ \u00e9"}}"#
    ana.send(frame)
    while true { if try await luis.nextText() == frame { break } }
    ana.send(#"{"type":"signal","from":"p2","to":"p1","room":"\#(room)","link":1,"candidate":null}"#)
    #expect(try await ana.error().code == .forbidden)
    await server.server.stop()
  }

  @Test("After a restart everybody comes back by resume to the same room, and the round's end holds")
  func restart() async throws {
    let first = try await TestServer()
    let organizer = try await first.organizer()
    let (ana, welcome) = try await first.guest("Ana")
    let (luis, _) = try await first.guest("Luis")
    organizer.send(#"{"type":"round.start","gathering":"cafe","people":2,"lengthSeconds":600}"#)
    let before = try await ana.assignment(round: 1)
    _ = try await luis.assignment(round: 1)
    await first.server.stop()
    #expect(await ana.closeCode() == 1001)

    let second = try await TestServer { $0.data = first.settings.data }
    let again = try await second.connect()
    let resume = try #require(welcome.resume)
    again.send(#"{"type":"join","gathering":"cafe","resume":"\#(resume)"}"#)
    #expect(try await again.welcome().you.id == welcome.you.id)
    let after = try await again.assignment(round: 1)
    #expect(after.room?.id == before.room?.id)
    #expect(after.endsAt == before.endsAt)
    await second.server.stop()
  }

  @Test("The same person elsewhere: the first connection is told so, the second goes on")
  func elsewhere() async throws {
    let server = try await TestServer()
    _ = try await server.organizer()
    let (ana, welcome) = try await server.guest("Ana")
    let again = try await server.connect()
    again.send(#"{"type":"join","gathering":"cafe","resume":"\#(try #require(welcome.resume))"}"#)
    #expect(try await again.welcome().you.id == welcome.you.id)
    #expect(await ana.closeCode() == 4501)
    await server.server.stop()
  }

  @Test("The coming round is assigned a handover before it starts")
  func handover() async throws {
    let server = try await TestServer { $0.handoverSeconds = 9 }
    let organizer = try await server.organizer()
    let (ana, _) = try await server.guest("Ana")
    let (luis, _) = try await server.guest("Luis")
    organizer.send(#"{"type":"round.start","gathering":"cafe","people":2,"lengthSeconds":10,"rounds":2}"#)
    let first = try await ana.assignment(round: 1)
    let next = try await ana.assignment(round: 2)
    #expect(next.startsAt == first.endsAt)
    #expect(try await luis.phase(.round).round == 1)
    await server.server.stop()
  }

  @Test("Closing a gathering is answered, and sends everybody home with 4503")
  func closing() async throws {
    let server = try await TestServer()
    let organizer = try await server.organizer()
    let (ana, _) = try await server.guest("Ana")
    organizer.send(#"{"type":"gathering.close","id":"x","gathering":"cafe"}"#)
    _ = try await organizer.next { if case .ok(let answer) = $0 { answer.re == "x" } else { false } }
    _ = try await ana.phase(.ended)
    #expect(await ana.closeCode() == 4503)
    await server.server.stop()
  }
}
