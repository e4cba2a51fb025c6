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
  /// Looks in a row at which nothing had come, of a connection that is watched closely.
  var silentLooks = 0
  var state = State.open
  var gathered = GatheredMessage()
  var socket: OpaquePointer?
  /// Lives longer than the socket, so it is asked for nothing once the state is gone.
  unowned let server: WebServer
  var outbound = OutboundBuffer()
  var isToBeFlushed = false
  /// Set by a message in fragments: a ping may have come between them, and the library answers pings when the socket
  /// is writeable. Its pong goes ahead of our answer.
  var letsPongGoFirst = false
  var closeTimer: LoopTimer?

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
