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

  /// Has the connection given up within two seconds of its peer's falling silent, instead of within a minute: for a
  /// device that others wait for and that nobody sits in front of.
  public func watchClosely() {
    guard state == .open else { return }
    server.watchClosely(self)
  }

  /// Called once a close look: pings, and gives up who stays silent.
  func checkAwake() {
    guard state == .open else { return }
    silentLooks = wasHeard ? 0 : silentLooks + 1
    wasHeard = false
    guard silentLooks < Limits.silentLooks else { return abandon() }
    ping()
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
