import Glibc
import Testing
import Transport

@Suite("The client", .timeLimit(.minutes(1)))
struct ClientTests {
  private func failure(_ url: String, milliseconds: Int = 10_000) async -> TransportError? {
    do {
      _ = try await WebSocketClient.connect(to: url, subprotocol: "x", timeoutMilliseconds: milliseconds)
      return nil
    } catch {
      return error
    }
  }

  @Test("says when nobody listens")
  func refused() async throws {
    let loop = ServiceLoop()
    try await loop.start(ServerOptions(port: 0, subprotocol: "x"), handler: Echo(loop: loop)) { _ in .notFound
    }
    let url = "ws://127.0.0.1:\(loop.port)/ws"
    await loop.stop()
    #expect(await failure(url) == .refused(url))
    #expect(await failure(url)?.description == "Nobody listens at \(url): is the server running?")
  }

  @Test("says when the name has no address")
  func unknownName() async {
    #expect(await failure("ws://nobody.invalid/ws") == .hostNotFound("nobody.invalid"))
  }

  @Test(
    "says when the address is none",
    arguments: ["", "http://a/ws", "ws://", "ws://a:0/", "ws://a:x/", "ws://a b/"])
  func badAddress(url: String) async {
    #expect(await failure(url) == .badAddress(url))
  }

  @Test("says when no answer comes")
  func timedOut() async throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(listener) }
    #expect(listen(listener, 1) == 0)
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { _ = getsockname(listener, $0, &length) }
    }
    let url = "ws://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/ws"
    #expect(await failure(url, milliseconds: 200) == .timedOut(url))
  }

  @Test("says when there is no TLS where there should be")
  func noTLS() async throws {
    try await TestServer.run { server in
      let url = "wss://127.0.0.1:\(server.loop.port)/ws"
      guard case .tlsFailed(url, _) = await failure(url) else {
        Issue.record("it said \(String(describing: await failure(url)))")
        return
      }
    }
  }

  @Test("can come from another address")
  func localAddress() async throws {
    try await TestServer.run { server in
      let client = try await server.connect(from: "127.0.0.77")
      client.send("hola")
      #expect(try await client.receive() == "hola")
      #expect(await server.echo.with { $0[0].remoteAddress } == "127.0.0.77")
    }
  }

  @Test("lets a waiting task go when that is cancelled")
  func cancelled() async throws {
    try await TestServer.run { server in
      let client = try await server.connect()
      let waiting = Task { () -> TransportError? in
        do throws(TransportError) {
          _ = try await client.receive()
          return nil
        } catch {
          return error
        }
      }
      waiting.cancel()
      #expect(await waiting.value == .cancelled)
    }
  }

  @Test("that is let go closes its connection")
  func letGo() async throws {
    try await TestServer.run { server in
      var client: WebSocketClient? = try await server.connect()
      await server.echo.wait(for: .opened(1))
      client?.send("last words")
      client = nil
      await server.echo.wait(for: .closed(1))
    }
  }
}
