internal import CLibwebsockets

/// The socket of a ``WebSocketClient``.
///
/// Sendable without the compiler's proof because all of it is touched on the loop only. The library holds a
/// reference from `open` until the socket is gone.
final class ClientConnection: @unchecked Sendable {
  private enum State {
    case opening(CheckedContinuation<Result<ClientConnection, TransportError>, Never>)
    case open
    case closing(code: UInt16, reason: String)
    case ending
    case gone
  }

  private let core: LoopCore
  private let attempt: ClientAttempt
  private let inbox: Inbox
  private var state = State.gone
  private var socket: OpaquePointer?
  private var isHeldByLibrary = false
  private var gathered = GatheredMessage()
  private var outbound: [[UInt8]] = []
  private var written = 0
  private var timer: LoopTimer?
  private var end = TransportError.closed(code: 1006, reason: "the connection was lost")

  init(_ core: LoopCore, _ attempt: ClientAttempt, _ inbox: Inbox) {
    self.core = core
    self.attempt = attempt
    self.inbox = inbox
  }

  // MARK: What the client asks for

  func open(_ continuation: CheckedContinuation<Result<ClientConnection, TransportError>, Never>) {
    state = .opening(continuation)
    timer = LoopTimer(on: core, milliseconds: attempt.timeoutMilliseconds) { [weak self] in
      guard let self else { return }
      settle(.failure(.timedOut(attempt.url)))
      if let socket { shim_lws_close_soon(socket) }
    }
    isHeldByLibrary = true
    let user = Unmanaged.passRetained(self).toOpaque()
    socket = attempt.start(core.openLibrary(), user: user)
    if socket == nil {
      settle(.failure(attempt.failure("", status: 0)))
      letGo()
    }
  }

  func send(_ text: String) {
    guard case .open = state, let socket else { return }
    let room = Int(shim_lws_pre())
    var bytes = [UInt8](repeating: 0, count: room)
    bytes += text.utf8
    outbound.append(bytes)
    lws_callback_on_writable(socket)
  }

  func close(_ code: UInt16, _ reason: String) {
    guard case .open = state, let socket else { return }
    state = .closing(code: code, reason: reason)
    limitClosing()
    lws_callback_on_writable(socket)
  }

  // MARK: What the library tells

  func established(_ socket: OpaquePointer) -> Int32 {
    guard case .opening = state else { return -1 }
    self.socket = socket
    settle(.success(self))
    state = .open
    return 0
  }

  func failed(reason: UnsafeRawBufferPointer, status: Int) {
    let words = String(decoding: reason.prefix { $0 != 0 }, as: UTF8.self)
    settle(.failure(attempt.failure(words, status: status)))
    isGone()
  }

  func received(_ piece: UnsafeRawBufferPointer, isBinary: Bool, isLast: Bool) -> Int32 {
    guard case .open = state else { return 0 }
    let progress = gathered.take(
      piece, following: 0, isBinary: isBinary, isLast: isLast, limit: Limits.clientMessageBytes)
    switch progress {
    case .incomplete, .binary: break
    case .single: inbox.put(String(decoding: piece, as: UTF8.self))
    case .gathered:
      inbox.put(String(decoding: gathered.bytes, as: UTF8.self))
      gathered.reset()
    case .tooLarge: return finish(1009, "the message is larger than this client takes")
    }
    return 0
  }

  func writeable() -> Int32 {
    guard let socket else { return 0 }
    while written < outbound.count, lws_partial_buffered(socket) == 0 {
      let room = Int(shim_lws_pre())
      let count = outbound[written].count - room
      let status = outbound[written].withUnsafeMutableBufferPointer { bytes in
        lws_write(socket, bytes.baseAddress! + room, count, LWS_WRITE_TEXT)
      }
      guard status >= 0 else { return -1 }
      written += 1
    }
    guard written == outbound.count else { return 0 }
    outbound.removeAll()
    written = 0
    guard case .closing(let code, let reason) = state, lws_partial_buffered(socket) == 0 else { return 0 }
    return finish(code, reason)
  }

  func peerCloses(_ payload: UnsafeRawBufferPointer) {
    if case .ending = state { return }
    state = .ending
    limitClosing()
    guard payload.count >= 2 else {
      end = .closed(code: 1005, reason: "")
      return
    }
    end = .closed(
      code: UInt16(payload[0]) << 8 | UInt16(payload[1]),
      reason: String(decoding: UnsafeRawBufferPointer(rebasing: payload[2...]), as: UTF8.self))
  }

  func isGone() {
    settle(.failure(.upgradeRefused(attempt.url, status: 0)))
    state = .gone
    socket = nil
    timer?.cancel()
    timer = nil
    inbox.finish(end)
    letGo()
  }

  // MARK: Inside

  private func finish(_ code: UInt16, _ reason: String) -> Int32 {
    guard let socket else { return -1 }
    var bytes = Array(reason.utf8.prefix(Limits.closeReasonBytes))
    lws_close_reason(socket, lws_close_status(UInt32(code)), &bytes, bytes.count)
    state = .ending
    end = .closed(code: code, reason: reason)
    limitClosing()
    return -1
  }

  /// Answers who waits for the opening, once.
  private func settle(_ outcome: Result<ClientConnection, TransportError>) {
    guard case .opening(let continuation) = state else { return }
    state = .ending
    timer?.cancel()
    timer = nil
    continuation.resume(returning: outcome)
  }

  private func limitClosing() {
    guard timer == nil else { return }
    timer = LoopTimer(on: core, milliseconds: Limits.closeMilliseconds) { [weak self] in
      if let socket = self?.socket { shim_lws_close_soon(socket) }
    }
  }

  private func letGo() {
    guard isHeldByLibrary else { return }
    isHeldByLibrary = false
    Unmanaged.passUnretained(self).release()
  }
}
