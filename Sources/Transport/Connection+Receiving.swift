internal import CLibwebsockets

extension Connection {
  /// A piece of a message came; answers -1 to have the connection closed.
  func received(_ piece: UnsafeRawBufferPointer) -> Int32 {
    wasHeard = true
    guard state == .open, let socket else { return 0 }
    let progress = gathered.take(
      piece, following: lws_remaining_packet_payload(socket), isBinary: lws_frame_is_binary(socket) != 0,
      isLast: lws_is_final_fragment(socket) != 0, limit: server.options.messageBytes)
    switch progress {
    case .incomplete: return 0
    case .tooLarge: return refuse(1009, "a message may have \(server.options.messageBytes) bytes")
    case .binary:
      server.tellBinary(on: self)
      return 0
    case .single: return deliver(piece)
    case .gathered:
      letsPongGoFirst = true
      defer { gathered.reset() }
      return gathered.bytes.withUnsafeBytes { deliver($0) }
    }
  }

  private func deliver(_ text: UnsafeRawBufferPointer) -> Int32 {
    guard isValidUTF8(text) else { return refuse(1007, "a text must be UTF-8") }
    server.tellReceived(text, on: self)
    return 0
  }

  private func refuse(_ code: UInt16, _ reason: String) -> Int32 {
    gathered = GatheredMessage()
    flush()
    return end(code, reason)
  }
}
