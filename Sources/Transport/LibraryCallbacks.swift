internal import CLibwebsockets

// The functions that libwebsockets calls. They find the object concerned and say in Swift what happened;
// nothing is decided here.

private func core(of socket: OpaquePointer) -> LoopCore {
  Unmanaged<LoopCore>.fromOpaque(lws_context_user(lws_get_context(socket))).takeUnretainedValue()
}

/// A server's connections until they become WebSockets.
func httpCallback(
  _ socket: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
  _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int32 {
  guard let socket else { return 0 }
  switch reason {
  case LWS_CALLBACK_FILTER_NETWORK_CONNECTION:
    return core(of: socket).server?.accepting(through: socket) == true ? 0 : 1
  case LWS_CALLBACK_HTTP_CONFIRM_UPGRADE:
    return core(of: socket).server?.upgrading(HTTPExchange(socket)) ?? -1
  case LWS_CALLBACK_HTTP:
    return core(of: socket).server?.requested(HTTPExchange(socket)) ?? -1
  case LWS_CALLBACK_RAW_ADOPT, LWS_CALLBACK_RAW_RX:
    // A CONNECT request would make a tunnel of the connection.
    return -1
  default:
    return 0
  }
}

/// A server's WebSockets. `user` points at a place for one reference.
func webSocketCallback(
  _ socket: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
  _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int32 {
  guard let socket, let place = user?.assumingMemoryBound(to: UnsafeMutableRawPointer?.self) else { return 0 }
  if reason == LWS_CALLBACK_ESTABLISHED {
    guard let connection = core(of: socket).server?.established(socket) else { return -1 }
    place.pointee = Unmanaged.passRetained(connection).toOpaque()
    connection.server.tellOpened(connection)
    return 0
  }
  guard let reference = place.pointee else { return 0 }
  let connection = Unmanaged<Connection>.fromOpaque(reference)
  switch reason {
  case LWS_CALLBACK_RECEIVE:
    return connection.takeUnretainedValue().received(UnsafeRawBufferPointer(start: bytes, count: count))
  case LWS_CALLBACK_RECEIVE_PONG:
    connection.takeUnretainedValue().wasHeard = true
    return 0
  case LWS_CALLBACK_SERVER_WRITEABLE:
    return connection.takeUnretainedValue().writeable()
  case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
    return connection.takeUnretainedValue().peerCloses(UnsafeRawBufferPointer(start: bytes, count: count))
  case LWS_CALLBACK_CLOSED:
    place.pointee = nil
    connection.takeRetainedValue().isGone()
    return 0
  default:
    return 0
  }
}

/// Outgoing WebSockets. `user` is the reference itself, which ends with the error or the closing: the library calls
/// for other reasons afterwards, so it must not be looked at for those.
func clientCallback(
  _ socket: OpaquePointer?, _ reason: lws_callback_reasons, _ user: UnsafeMutableRawPointer?,
  _ bytes: UnsafeMutableRawPointer?, _ count: Int
) -> Int32 {
  guard let socket, let user else { return 0 }
  let reference = Unmanaged<ClientConnection>.fromOpaque(user)
  let piece = UnsafeRawBufferPointer(start: bytes, count: bytes == nil ? 0 : count)
  switch reason {
  case LWS_CALLBACK_CLIENT_ESTABLISHED:
    return reference.takeUnretainedValue().established(socket)
  case LWS_CALLBACK_CLIENT_CONNECTION_ERROR:
    reference.takeUnretainedValue().failed(reason: piece, status: Int(lws_http_client_http_response(socket)))
    return 0
  case LWS_CALLBACK_CLIENT_RECEIVE:
    return reference.takeUnretainedValue().received(
      piece, isBinary: lws_frame_is_binary(socket) != 0, isLast: lws_is_final_fragment(socket) != 0)
  case LWS_CALLBACK_CLIENT_WRITEABLE:
    return reference.takeUnretainedValue().writeable()
  case LWS_CALLBACK_WS_PEER_INITIATED_CLOSE:
    reference.takeUnretainedValue().peerCloses(piece)
    return 0
  case LWS_CALLBACK_CLIENT_CLOSED, LWS_CALLBACK_CLOSED_CLIENT_HTTP:
    reference.takeUnretainedValue().isGone()
    return 0
  default:
    return 0
  }
}
