import Transport

/// A server on a free port of the loopback, with an actor on its loop that echoes and remembers.
struct TestServer: Sendable {
  let loop: ServiceLoop
  let echo: Echo

  var url: String { "ws://127.0.0.1:\(loop.port)/ws" }
  static let subprotocol = "tertulia.v1"

  /// Serves while `body` runs.
  static func run(
    _ change: (inout ServerOptions) -> Void = { _ in },
    routes: @escaping @Sendable (HTTPRequest) -> HTTPResponse = { _ in .notFound },
    _ body: (TestServer) async throws -> Void
  ) async throws {
    var options = ServerOptions(port: 0, subprotocol: subprotocol)
    change(&options)
    let loop = ServiceLoop()
    let server = TestServer(loop: loop, echo: Echo(loop: loop))
    try await loop.start(options, handler: server.echo, routes: routes)
    do {
      try await body(server)
    } catch {
      await loop.stop()
      throw error
    }
    await loop.stop()
  }

  func connect(from address: String? = nil, origin: String? = nil) async throws -> WebSocketClient {
    try await WebSocketClient.connect(
      to: url, subprotocol: Self.subprotocol, from: address, origin: origin, on: loop)
  }

  func raw() throws -> RawSocket { try RawSocket(port: loop.port) }

  func rawWebSocket() throws -> RawSocket {
    let socket = try raw()
    try socket.upgrade(port: loop.port)
    return socket
  }
}
