import Testing
import Transport

@Suite("Starting", .timeLimit(.minutes(1)))
struct StartingTests {
  private func failure(_ options: ServerOptions) async -> TransportError? {
    let loop = ServiceLoop()
    do {
      try await loop.start(options, handler: Echo(loop: loop)) { _ in .notFound }
      await loop.stop()
      return nil
    } catch {
      return error
    }
  }

  @Test("on a taken port says so and how to go on")
  func portTaken() async throws {
    try await TestServer.run { server in
      let port = server.loop.port
      let error = await failure(ServerOptions(port: port, subprotocol: "x"))
      #expect(error == .portTaken(address: "127.0.0.1", port: port))
      #expect(error?.description == "Port \(port) on 127.0.0.1 is taken: choose another with --port.")
    }
  }

  @Test("on somebody else's address says so")
  func foreignAddress() async {
    #expect(
      await failure(ServerOptions(address: "192.0.2.1", port: 0, subprotocol: "x"))
        == .addressNotAvailable("192.0.2.1"))
    #expect(
      await failure(ServerOptions(address: "nobody.invalid", port: 0, subprotocol: "x"))
        == .addressNotAvailable("nobody.invalid"))
  }

  @Test("on a port that is none says so")
  func noPort() async {
    #expect(
      await failure(ServerOptions(port: 65_536, subprotocol: "x"))
        == .cannotListen(address: "127.0.0.1", port: 65_536, reason: "a port is 0 to 65535"))
  }

  @Test("works by name, on all addresses, and on IPv6", arguments: ["localhost", "0.0.0.0", "::1", "::"])
  func addresses(address: String) async throws {
    try await TestServer.run {
      $0.address = address
    } _: { server in
      let host = address.contains(":") ? "[::1]" : address == "localhost" ? "localhost" : "127.0.0.1"
      let client = try await WebSocketClient.connect(
        to: "ws://\(host):\(server.loop.port)/ws", subprotocol: TestServer.subprotocol, on: server.loop)
      client.send("hola")
      #expect(try await client.receive() == "hola")
      let remote = await server.echo.with { $0[0].remoteAddress }
      #expect(remote == "127.0.0.1" || remote == "::1")
    }
  }

  @Test("twice is refused, and again after a stop works")
  func again() async throws {
    try await TestServer.run { server in
      await #expect(throws: TransportError.alreadyStarted) {
        try await server.loop.start(ServerOptions(port: 0, subprotocol: "x"), handler: server.echo) { _ in
          .notFound
        }
      }
      await server.loop.stop()
      #expect(server.loop.port == 0)
      try await server.loop.start(
        ServerOptions(port: 0, subprotocol: TestServer.subprotocol), handler: server.echo
      ) { _ in .notFound }
      let client = try await server.connect()
      client.send("hola")
      #expect(try await client.receive() == "hola")
    }
  }

  @Test("not at all: stopping is nothing then")
  func stopUnstarted() async {
    await ServiceLoop().stop()
  }
}
