internal import CLibwebsockets

/// One WebSocket of the server.
///
/// Sendable without the compiler's proof because it belongs to the loop: everything but `number` and
/// `remoteAddress` may be touched on the loop only, which calls check in debug builds.
public final class Connection: @unchecked Sendable {
  enum State: Equatable {
    /// Messages go both ways. To all.
    case open
    /// We are going to send a close frame, after what was sent before. To ending, gone.
    case closing(code: UInt16, reason: String)
    /// The library does the rest. To gone.
    case ending
    /// The socket is closed.
    case gone
  }

  /// Counts up from 1 over the life of a server.
  public let number: UInt64
  /// The peer's address, such as `127.0.0.1`.
  public let remoteAddress: String
  /// The handler's own.
  public var session: AnyObject?

  /// Anything came since the last look.
  var wasHeard = true
  var wasPinged = false
  var state = State.open
  var gathered = GatheredMessage()
  var socket: OpaquePointer?
  /// Lives longer than the socket, so it is asked for nothing once the state is gone.
  unowned let server: WebServer
  private var outbound = OutboundBuffer()
  private var isToBeFlushed = false
  /// Set by a message in fragments: a ping may have come between them, and the library answers pings when the socket
  /// is writeable. Its pong goes ahead of our answer.
  var letsPongGoFirst = false
  private var closeTimer: LoopTimer?

  init(_ number: UInt64, _ socket: OpaquePointer, server: WebServer) {
    self.number = number
    self.socket = socket
    self.server = server
    self.remoteAddress = peerAddress(of: socket)
  }

  /// False from ``close(code:reason:)`` on, and when the peer has gone.
  public var isOpen: Bool { state == .open }

  /// Sends a text message, written at the end of the loop's iteration. Ignored when not open.
  public func send(_ frame: Frame) {
    guard makeRoom() else { return }
    outbound.append(wire: frame.wire)
    flushLater()
  }

  /// Sends bytes that are valid UTF-8 as a text message, copied once. Ignored when not open.
  public func send(_ text: UnsafeRawBufferPointer) {
    guard makeRoom() else { return }
    outbound.append(.text, text)
    flushLater()
  }

  /// Closes once all that was sent is written. Nothing more is received; ``ConnectionHandler/closed(_:)`` follows
  /// within five seconds. The reason is cut to 123 bytes.
  public func close(code: UInt16, reason: String = "") {
    guard state == .open else { return }
    state = .closing(code: code, reason: reason)
    limitClosing()
    flushLater()
  }
}

// MARK: Writing

extension Connection {
  /// Writes all that waits, in one piece, so that the library's own frames can only come between two of ours.
  func flush() {
    isToBeFlushed = false
    guard let socket, state != .ending, state != .gone else { return }
    // The library calls `writeable` once it got rid of what it holds.
    guard lws_partial_buffered(socket) == 0 else { return }
    guard !letsPongGoFirst else {
      lws_callback_on_writable(socket)
      return
    }
    if outbound.count > 0 {
      let written = outbound.drain { bytes in
        // The kind for HTTP means: as it is. Our frames have their heads already.
        lws_write(socket, bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, LWS_WRITE_HTTP)
      }
      guard written >= 0 else {
        abandon()
        return
      }
    }
    if case .closing = state { lws_callback_on_writable(socket) }
  }

  /// The library may write now; answers -1 to have the connection closed.
  func writeable() -> Int32 {
    letsPongGoFirst = false
    flush()
    guard let socket, case .closing(let code, let reason) = state, lws_partial_buffered(socket) == 0 else {
      return 0
    }
    return end(code, reason)
  }

  /// Has the library send a close frame: its answer is what a callback returns.
  func end(_ code: UInt16, _ reason: String) -> Int32 {
    guard let socket else { return -1 }
    var bytes = Array(reason.utf8.prefix(Limits.closeReasonBytes))
    while String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
    lws_close_reason(socket, lws_close_status(UInt32(code)), &bytes, bytes.count)
    state = .ending
    limitClosing()
    return -1
  }

  func ping() {
    withUnsafeBytes(of: UInt8(ascii: "p")) { outbound.append(.ping, $0) }
    flushLater()
  }

  /// Gives the connection up without a word.
  func abandon() {
    state = .ending
    outbound.clear()
    if let socket { shim_lws_close_soon(socket) }
  }

  private func flushLater() {
    guard !isToBeFlushed else { return }
    isToBeFlushed = true
    server.flushLater(self)
  }

  /// Whether another frame may be queued. Whoever reads too slowly is cut off here: the library holds the rest of
  /// an earlier write, and more than the limit has come since. A large frame alone is never too much.
  private func makeRoom() -> Bool {
    guard state == .open else { return false }
    assert(server.isCurrent, "connections belong to the loop")
    guard outbound.count > server.options.outboundBytes else { return true }
    letsPongGoFirst = false
    flush()
    guard state == .open, outbound.count > 0 else { return state == .open }
    outbound.clear()
    close(code: 4000, reason: "the connection reads too slowly: come back and resume")
    return false
  }

  private func limitClosing() {
    guard closeTimer == nil else { return }
    closeTimer = server.after(milliseconds: Limits.closeMilliseconds) { [weak self] in self?.abandon() }
  }
}

// MARK: What the library tells

extension Connection {
  /// The peer has sent a close frame; answers 0 to have it answered alike.
  func peerCloses(_ payload: UnsafeRawBufferPointer) -> Int32 {
    flush()
    guard payload.count <= 2 || isValidUTF8(UnsafeRawBufferPointer(rebasing: payload[2...])) else {
      return end(1007, "a reason must be UTF-8")
    }
    state = .ending
    limitClosing()
    return 0
  }

  /// The socket is closed.
  func isGone() {
    state = .gone
    socket = nil
    outbound.clear()
    gathered = GatheredMessage()
    closeTimer?.cancel()
    closeTimer = nil
    server.isGone(self)
  }

  /// Called once a sweep: pings whoever was silent, gives up who stays so.
  func checkAlive() {
    guard state == .open else { return }
    if wasHeard {
      wasHeard = false
      wasPinged = false
    } else if wasPinged {
      abandon()
    } else {
      wasPinged = true
      ping()
    }
  }
}

extension Connection: Hashable {
  public static func == (one: Connection, other: Connection) -> Bool { one === other }
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

private func peerAddress(of socket: OpaquePointer) -> String {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { name in
    name[0] = 0
    lws_get_peer_simple(socket, name.baseAddress, name.count)
    let address = String(cString: name.baseAddress!)
    // A socket for both families tells IPv4 addresses so.
    return address.hasPrefix("::ffff:") ? String(address.dropFirst(7)) : address
  }
}
