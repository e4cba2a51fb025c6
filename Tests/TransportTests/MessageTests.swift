import Testing
import Transport

@Suite("Messages", .timeLimit(.minutes(2)))
struct MessageTests {
  @Test("come back as they went", arguments: [0, 1, 125, 126, 65_535, 65_536])
  func echo(count: Int) async throws {
    try await TestServer.run { server in
      let client = try await server.connect()
      let text = String(repeating: "x", count: count)
      client.send(text)
      #expect(try await client.receive() == text)
    }
  }

  @Test("of 64 KB are put together from fragments with a ping in between")
  func fragments() async throws {
    try await TestServer.run { server in
      let socket = try server.rawWebSocket()
      let text = (0..<65_536).map { UInt8(97 + $0 % 26) }
      for start in stride(from: 0, to: text.count, by: 4_096) {
        let isFinal = start + 4_096 == text.count
        socket.sendFrame(start == 0 ? 1 : 0, Array(text[start..<start + 4_096]), isFinal: isFinal)
        if start == 8_192 { socket.sendFrame(9, Array("yes?".utf8)) }
      }
      #expect(try socket.receiveFrame() == RawSocket.WebSocketFrame(opcode: 10, payload: Array("yes?".utf8)))
      #expect(try socket.receiveFrame() == RawSocket.WebSocketFrame(opcode: 1, payload: text))
    }
  }

  @Test("over 64 KB close their connection with 1009, and nobody else's")
  func tooLarge() async throws {
    try await TestServer.run { server in
      let bystander = try await server.connect()
      let whole = try server.rawWebSocket()
      whole.sendFrame(1, [UInt8](repeating: 97, count: 65_537))
      #expect(try whole.receiveCloseCode() == 1009)
      let fragmented = try server.rawWebSocket()
      fragmented.sendFrame(1, [UInt8](repeating: 97, count: 65_000), isFinal: false)
      fragmented.sendFrame(0, [UInt8](repeating: 97, count: 537), isFinal: false)
      #expect(try fragmented.receiveCloseCode() == 1009)
      let binary = try server.rawWebSocket()
      binary.sendFrame(2, [UInt8](repeating: 0, count: 65_537))
      #expect(try binary.receiveCloseCode() == 1009)
      bystander.send("still here")
      #expect(try await bystander.receive() == "still here")
    }
  }

  @Test("that aren't UTF-8 close their connection with 1007")
  func invalidText() async throws {
    try await TestServer.run { server in
      let socket = try server.rawWebSocket()
      socket.sendFrame(1, Array("a".utf8) + [0xC3], isFinal: false)
      socket.sendFrame(0, [0xA9])
      #expect(try socket.receiveFrame() == RawSocket.WebSocketFrame(opcode: 1, payload: Array("aé".utf8)))
      socket.sendFrame(1, [0x61, 0xC0, 0xAF])
      #expect(try socket.receiveCloseCode() == 1007)
    }
  }

  @Test("in binary are told and dropped")
  func binary() async throws {
    try await TestServer.run { server in
      let socket = try server.rawWebSocket()
      socket.sendFrame(2, [1, 2], isFinal: false)
      socket.sendFrame(0, [3])
      socket.sendFrame(1, Array("text".utf8))
      #expect(try socket.receiveFrame() == RawSocket.WebSocketFrame(opcode: 1, payload: Array("text".utf8)))
      #expect(await server.echo.happenings == [.opened(1), .binary(1)])
    }
  }

  @Test("keep their order in a burst of 20,000")
  func burst() async throws {
    try await TestServer.run { server in
      let client = try await server.connect()
      for number in 0..<20_000 { client.send("\(number)") }
      for number in 0..<20_000 { try #require(try await client.receive() == "\(number)") }
    }
  }

  @Test("larger than the socket's buffer arrive whole and in order, with the pongs between them")
  func largerThanSocketBuffer() async throws {
    try await TestServer.run {
      $0.outboundBytes = 64 * 1_048_576
    } _: { server in
      let socket = try RawSocket(port: server.loop.port, receiveBuffer: 4_096)
      try socket.upgrade(port: server.loop.port)
      await server.echo.wait(for: .opened(1))
      let sizes = [3_000_000, 10, 70_000, 1, 2_000_000]
      await server.echo.with { connections in
        for (index, size) in sizes.enumerated() {
          connections[0].send(Frame([UInt8](repeating: 97 + UInt8(index), count: size)))
        }
      }
      for _ in 0..<3 { socket.sendFrame(9, Array("p".utf8)) }
      var received: [RawSocket.WebSocketFrame] = []
      while received.count < sizes.count {
        let frame = try socket.receiveFrame()
        if frame.opcode == 1 { received.append(frame) } else { #expect(frame.opcode == 10) }
      }
      #expect(received.map(\.payload.count) == sizes)
      for (index, frame) in received.enumerated() {
        #expect(frame.payload.allSatisfy { $0 == 97 + UInt8(index) })
      }
    }
  }

  @Test("framed once reach everybody")
  func oneFrameForAll() async throws {
    try await TestServer.run { server in
      var clients: [WebSocketClient] = []
      for _ in 0..<20 { clients.append(try await server.connect()) }
      await server.echo.wait(for: .opened(20))
      let frame = Frame("¡hola a todos!")
      await server.echo.with { connections in
        for connection in connections { connection.send(frame) }
      }
      for client in clients { #expect(try await client.receive() == "¡hola a todos!") }
    }
  }
}
