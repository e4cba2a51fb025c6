/// The other side of a WebSocket: for the command line, and for tests.
public final class WebSocketClient: Sendable {
  private let loop: ServiceLoop
  private let connection: ClientConnection
  private let inbox: Inbox

  /// Opens a WebSocket.
  ///
  /// - Parameters:
  ///   - url: such as `ws://127.0.0.1:8080/ws`.
  ///   - subprotocol: what is offered; the server must choose it.
  ///   - localAddress: the numeric address to connect from; any when nil.
  ///   - origin: the Origin header; none when nil.
  ///   - timeoutMilliseconds: for each address that the name has.
  ///   - loop: whose thread to use; one of its own when nil.
  /// - Throws: ``TransportError``, a sentence for whoever gave the URL.
  public static func connect(
    to url: String, subprotocol: String, from localAddress: String? = nil, origin: String? = nil,
    timeoutMilliseconds: Int = 10_000, on loop: ServiceLoop? = nil
  ) async throws(TransportError) -> WebSocketClient {
    let target = try WebSocketAddress(url)
    let addresses = SocketAddress.resolve(target.host, port: target.port)
    var failure = TransportError.hostNotFound(target.host)
    let loop = loop ?? ServiceLoop()
    for address in addresses {
      let attempt = ClientAttempt(
        url: url, target: target, address: address, subprotocol: subprotocol, localAddress: localAddress,
        origin: origin, timeoutMilliseconds: timeoutMilliseconds)
      let inbox = Inbox()
      let core = loop.core
      let outcome: Result<ClientConnection, TransportError> = await withCheckedContinuation { continuation in
        core.call { ClientConnection(core, attempt, inbox).open(continuation) }
      }
      switch outcome {
      case .success(let connection): return WebSocketClient(loop, connection, inbox)
      case .failure(let error): failure = error
      }
    }
    throw failure
  }

  private init(_ loop: ServiceLoop, _ connection: ClientConnection, _ inbox: Inbox) {
    self.loop = loop
    self.connection = connection
    self.inbox = inbox
  }

  deinit {
    let connection = connection
    loop.core.call { connection.close(1000, "") }
  }

  /// Sends a text message, in the order of the calls; ignored once the connection is closed.
  public func send(_ text: String) {
    let connection = connection
    loop.core.call { connection.send(text) }
  }

  /// The next text message. One task may wait at a time.
  ///
  /// - Throws: ``TransportError/closed(code:reason:)`` after the last one, ``TransportError/cancelled``.
  public func receive() async throws(TransportError) -> String { try await inbox.next() }

  /// Closes once all that was sent is written; ``receive()`` tells the end.
  public func close(code: UInt16 = 1000, reason: String = "") {
    let connection = connection
    loop.core.call { connection.close(code, reason) }
  }
}
