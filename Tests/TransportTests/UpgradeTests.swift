import Testing

@testable import Transport

@Suite("Opening a WebSocket", .timeLimit(.minutes(1)))
struct UpgradeTests {
  private func status(_ change: (inout UpgradeRequest) -> Void) -> Int? {
    var options = ServerOptions(subprotocol: "tertulia.v1")
    options.allowedOrigins = ["https://coffee.example.org"]
    var request = UpgradeRequest(
      path: "/ws", host: "here.example:8080", subprotocols: "tertulia.v1", key: "dGhlIHNhbXBsZSBub25jZQ==")
    change(&request)
    return request.refusal(by: options)?.status
  }

  @Test(
    "needs the subprotocol",
    arguments: [
      ("tertulia.v1", nil), ("other, tertulia.v1", nil), ("other,tertulia.v1 ,x", nil), ("", 400),
      ("tertulia.v2", 400),
      ("tertulia.v1x", 400), ("Tertulia.v1", 400),
    ] as [(String, Int?)])
  func subprotocol(offered: String, expected: Int?) {
    #expect(status { $0.subprotocols = offered } == expected)
  }

  @Test(
    "is for the server's own pages and those allowed",
    arguments: [
      (nil, nil), ("http://here.example:8080", nil), ("https://HERE.example:8080", nil),
      ("https://coffee.example.org", nil), ("http://coffee.example.org", 403), ("http://here.example", 403),
      ("http://evil.example", 403), ("null", 403), ("", 403), ("http://here.example:8080.evil.example", 403),
    ] as [(String?, Int?)])
  func origin(origin: String?, expected: Int?) {
    #expect(status { $0.origin = origin } == expected)
  }

  @Test("needs the right place and the right words")
  func words() {
    #expect(status { $0.path = "/" } == 404)
    #expect(status { $0.version = "12" } == 400)
    #expect(status { $0.key = "" } == 400)
    #expect(status { $0.host = "" } == 400)
  }

  @Test("that is refused is answered over the wire")
  func overTheWire() async throws {
    try await TestServer.run { server in
      await #expect(throws: TransportError.upgradeRefused(server.url, status: 403)) {
        _ = try await server.connect(origin: "http://evil.example")
      }
      await #expect(throws: TransportError.upgradeRefused(server.url, status: 400)) {
        _ = try await WebSocketClient.connect(to: server.url, subprotocol: "other", on: server.loop)
      }
      let elsewhere = "ws://127.0.0.1:\(server.loop.port)/elsewhere"
      await #expect(throws: TransportError.upgradeRefused(elsewhere, status: 404)) {
        _ = try await WebSocketClient.connect(
          to: elsewhere, subprotocol: TestServer.subprotocol, on: server.loop)
      }
      let own = try await server.connect(origin: "http://127.0.0.1:\(server.loop.port)")
      own.send("hola")
      #expect(try await own.receive() == "hola")
      #expect(await server.echo.happenings == [.opened(1)])
    }
  }
}
