import Testing
import Transport

@Suite("Closing", .timeLimit(.minutes(2)))
struct ClosingTests {
  @Test("stop() closes everybody with 1001 after what was sent, and the port is free again")
  func stop() async throws {
    try await TestServer.run { server in
      let port = server.loop.port
      let clientLoop = ServiceLoop()
      let client = try await WebSocketClient.connect(
        to: server.url, subprotocol: TestServer.subprotocol, on: clientLoop)
      await server.echo.wait(for: .opened(1))
      await server.echo.with { $0[0].send(Frame("goodbye")) }
      await server.loop.stop()
      #expect(try await client.receive() == "goodbye")
      await #expect(throws: TransportError.closed(code: 1001, reason: "the server goes down")) {
        try await client.receive()
      }
      #expect(await server.echo.happenings == [.opened(1), .closed(1)])
      await server.loop.waitUntilStopped()
      #expect(throws: RawSocket.Failure.self) { try RawSocket(port: port) }
    }
  }

  @Test("stop() doesn't wait for those who don't answer")
  func stopWithSilentPeer() async throws {
    try await TestServer.run { server in
      let socket = try server.rawWebSocket()
      await server.echo.wait(for: .opened(1))
      let before = ServiceLoop.now
      await server.loop.stop()
      #expect(await server.echo.lastClosed - before < 3_000_000_000)
      #expect(try socket.receiveCloseCode() == 1001)
      #expect(await server.echo.happenings == [.opened(1), .closed(1)])
    }
  }

  @Test("who doesn't read is closed with 4000, and others get all of theirs")
  func slowReader() async throws {
    try await TestServer.run { server in
      let slow = try RawSocket(port: server.loop.port, receiveBuffer: 4_096)
      try slow.upgrade(port: server.loop.port)
      await server.echo.wait(for: .opened(1))
      let quick = try await server.connect()
      await server.echo.wait(for: .opened(2))
      let frame = Frame(String(repeating: "x", count: 60_000))
      var rounds = 0
      while await server.echo.with({ $0[0].isOpen }), rounds < 1_000 {
        rounds += 1
        await server.echo.with { connections in
          for connection in connections { connection.send(frame) }
        }
        _ = try await quick.receive()
      }
      #expect(rounds < 1_000)
      #expect(try slow.receiveCloseCode() == 4000)
      await server.echo.wait(for: .closed(1))
      quick.send("still here")
      #expect(try await quick.receive() == "still here")
    }
  }

  @Test("a frame over the limit is none too many for who reads, nor are small ones after it")
  func largeFrame() async throws {
    try await TestServer.run {
      $0.outboundBytes = 10_000
    } _: { server in
      let client = try await server.connect()
      await server.echo.wait(for: .opened(1))
      let large = String(repeating: "x", count: 8_000_000)
      await server.echo.with { $0[0].send(Frame(large)) }
      client.send("small")
      #expect(try await client.receive() == large)
      #expect(try await client.receive() == "small")
    }
  }

  @Test("who never reads again is gone all the same")
  func deadReader() async throws {
    try await TestServer.run {
      $0.outboundBytes = 65_536
    } _: { server in
      let dead = try RawSocket(port: server.loop.port, receiveBuffer: 4_096)
      try dead.upgrade(port: server.loop.port)
      await server.echo.wait(for: .opened(1))
      await server.echo.with { connections in
        for _ in 0..<200 { connections[0].send(Frame(String(repeating: "x", count: 60_000))) }
      }
      await server.echo.wait(for: .closed(1))
      #expect(dead.descriptor >= 0)
    }
  }

  @Test("who is watched closely and falls silent is gone in a moment; who answers pings stays")
  func closeWatch() async throws {
    try await TestServer.run { server in
      let silent = try server.rawWebSocket()
      await server.echo.wait(for: .opened(1))
      let awake = try await server.connect()
      await server.echo.wait(for: .opened(2))
      let before = ServiceLoop.now
      await server.echo.with { connections in
        for connection in connections { connection.watchClosely() }
      }
      await server.echo.wait(for: .closed(1))
      #expect(await server.echo.lastClosed - before < 3_000_000_000)
      awake.send("still here")
      #expect(try await awake.receive() == "still here")
      #expect(silent.descriptor >= 0)
    }
  }

  @Test("close() sends what was queued first; nothing is received or sent after it")
  func closeFlushes() async throws {
    try await TestServer.run { server in
      let client = try await server.connect()
      await server.echo.wait(for: .opened(1))
      await server.echo.with { connections in
        connections[0].send(Frame("one"))
        connections[0].send(Frame("two"))
        connections[0].close(code: 4503, reason: "the gathering is over")
        connections[0].send(Frame("three"))
        connections[0].close(code: 4000, reason: "only the first close counts")
      }
      client.send("too late")
      #expect(try await client.receive() == "one")
      #expect(try await client.receive() == "two")
      await #expect(throws: TransportError.closed(code: 4503, reason: "the gathering is over")) {
        try await client.receive()
      }
      await server.echo.wait(for: .closed(1))
    }
  }

  @Test("a long reason is cut between characters")
  func longReason() async throws {
    try await TestServer.run { server in
      let client = try await server.connect()
      await server.echo.wait(for: .opened(1))
      await server.echo.with { $0[0].close(code: 4000, reason: String(repeating: "é", count: 100)) }
      await #expect(throws: TransportError.closed(code: 4000, reason: String(repeating: "é", count: 61))) {
        try await client.receive()
      }
    }
  }

  @Test("a peer's close is answered and told")
  func peerCloses() async throws {
    try await TestServer.run { server in
      let socket = try server.rawWebSocket()
      socket.sendFrame(8, [0x03, 0xE8])
      #expect(try socket.receiveCloseCode() == 1000)
      await server.echo.wait(for: .closed(1))
      let client = try await server.connect()
      client.close(code: 4242, reason: "enough")
      await #expect(throws: TransportError.closed(code: 4242, reason: "enough")) {
        try await client.receive()
      }
      await server.echo.wait(for: .closed(2))
    }
  }

  @Test("a reset connection is told", arguments: [true, false])
  func lost(reset: Bool) async throws {
    try await TestServer.run { server in
      var socket: RawSocket? = try server.rawWebSocket()
      await server.echo.wait(for: .opened(1))
      if reset { socket?.reset() }
      socket = nil
      await server.echo.wait(for: .closed(1))
    }
  }

  @Test("who is silent is pinged, and lost without an answer; who answers stays")
  func ping() async throws {
    try await TestServer.run {
      $0.pingMilliseconds = 500
    } _: { server in
      let dead = try server.rawWebSocket()
      await server.echo.wait(for: .opened(1))
      let alive = try await server.connect()
      await server.echo.wait(for: .closed(1))
      #expect(try dead.receiveFrame().opcode == 9)
      #expect(try dead.receiveAll().isEmpty)
      alive.send("still here")
      #expect(try await alive.receive() == "still here")
    }
  }
}
