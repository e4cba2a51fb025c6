internal import CLibwebsockets

/// The serving side: its connections, and who is told of them. On the loop only.
final class WebServer {
  let options: ServerOptions
  private(set) var isStopping = false
  private unowned let core: LoopCore
  private let handler: any ConnectionHandler
  private let routes: @Sendable (HTTPRequest) -> HTTPResponse
  private var connections: [UInt64: Connection] = [:]
  private var lastNumber: UInt64 = 0
  private var toFlush: [Connection] = []
  private var listener: OpaquePointer?
  private var sweeping: LoopTimer?
  private var slice: UInt64 = 0
  private let closeWatch: CloseWatch

  init(
    core: LoopCore, options: ServerOptions, handler: any ConnectionHandler,
    routes: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) {
    self.core = core
    self.options = options
    self.handler = handler
    self.routes = routes
    closeWatch = CloseWatch(on: core)
  }

  // MARK: What the library tells

  /// Whether somebody who knocks may come in. The listening socket is known from here only.
  func accepting(through listener: OpaquePointer) -> Bool {
    self.listener = listener
    return !isStopping
  }

  /// Answers 0 to open a WebSocket, more when a response was written, less to hang up.
  func upgrading(_ exchange: HTTPExchange) -> Int32 {
    // Nothing is left of the request when the library has refused it by itself.
    guard let wanted = exchange.upgradeRequest() else { return -1 }
    // Who would rather have HTTP/2 is answered in HTTP/1.1.
    let refusal = wanted.isWebSocket ? wanted.refusal(by: options) : answer(to: exchange)
    guard let refusal else { return 0 }
    let headers = options.responseHeaders + [("connection", "close")]
    return exchange.write(refusal, to: exchange.method ?? "", extra: headers) ? 1 : -1
  }

  func requested(_ exchange: HTTPExchange) -> Int32 {
    let isWritten = exchange.write(
      answer(to: exchange), to: exchange.method ?? "", extra: options.responseHeaders)
    return isWritten ? exchange.finish() : -1
  }

  private func answer(to exchange: HTTPExchange) -> HTTPResponse {
    guard exchange.method != nil else { return .methodNotAllowed }
    guard let request = exchange.request() else { return .badRequest }
    guard request.path != options.path else {
      return .text("This is the place of a WebSocket: open it with an Upgrade.\n", status: 426)
    }
    return routes(request)
  }

  func established(_ socket: OpaquePointer) -> Connection? {
    guard !isStopping else { return nil }
    lastNumber += 1
    let connection = Connection(lastNumber, socket, server: self)
    connections[connection.number] = connection
    return connection
  }

  func isGone(_ connection: Connection) {
    connections[connection.number] = nil
    closeWatch.remove(connection)
    handler.assumeIsolated { $0.closed(connection) }
    if isStopping, connections.isEmpty { finishSoon() }
  }

  // MARK: What connections tell

  func tellOpened(_ connection: Connection) {
    handler.assumeIsolated { $0.opened(connection) }
  }

  func tellReceived(_ text: UnsafeRawBufferPointer, on connection: Connection) {
    let text = Borrowed(bytes: text)
    handler.assumeIsolated { $0.received(text.bytes, on: connection) }
  }

  func tellBinary(on connection: Connection) {
    handler.assumeIsolated { $0.receivedBinary(on: connection) }
  }

  var isCurrent: Bool { core.isCurrent }

  func flushLater(_ connection: Connection) { toFlush.append(connection) }

  func after(milliseconds: Int, _ action: @escaping () -> Void) -> LoopTimer {
    LoopTimer(on: core, milliseconds: milliseconds, action)
  }

  // MARK: What the loop tells

  func flush() {
    guard !toFlush.isEmpty else { return }
    let connections = toFlush
    toFlush.removeAll(keepingCapacity: true)
    for connection in connections { connection.flush() }
  }

  func watchClosely(_ connection: Connection) { closeWatch.add(connection) }

  func startSweeping() {
    let milliseconds = max(1, options.pingMilliseconds / Int(Limits.pingSlices))
    sweeping = LoopTimer(on: core, milliseconds: milliseconds, repeating: true) { [unowned self] in sweep() }
  }

  func stopSweeping() {
    sweeping?.cancel()
    sweeping = nil
    closeWatch.stop()
  }

  private func sweep() {
    slice = (slice + 1) % Limits.pingSlices
    for (number, connection) in connections
    where number % Limits.pingSlices == slice && !closeWatch.contains(connection) {
      connection.checkAlive()
    }
  }

  func beginStop() {
    isStopping = true
    if let listener { shim_lws_close_now(listener) }
    listener = nil
    for connection in connections.values { connection.close(code: 1001, reason: "the server goes down") }
    if connections.isEmpty { finishSoon() }
  }

  /// Not at once: the library may be in the middle of a callback.
  private func finishSoon() {
    _ = after(milliseconds: 0) { [weak self] in
      if let self, core.server === self { core.finishStop() }
    }
  }
}

/// Bytes on their way into an actor that runs on the thread we are on.
/// Sendable without the compiler's proof because nothing crosses a thread.
private struct Borrowed: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
}
