internal import CLibwebsockets

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

  func flushLater() {
    guard !isToBeFlushed else { return }
    isToBeFlushed = true
    server.flushLater(self)
  }

  /// Whether another frame may be queued. Whoever reads too slowly is cut off here: the library holds the rest of
  /// an earlier write, and more than the limit has come since. A large frame alone is never too much.
  func makeRoom() -> Bool {
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

  func limitClosing() {
    guard closeTimer == nil else { return }
    closeTimer = server.after(milliseconds: Limits.closeMilliseconds) { [weak self] in self?.abandon() }
  }
}
