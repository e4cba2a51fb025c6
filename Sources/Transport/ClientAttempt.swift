internal import CLibwebsockets

/// One try to open a WebSocket at one address.
struct ClientAttempt: Sendable {
  let url: String
  let target: WebSocketAddress
  let address: SocketAddress
  let subprotocol: String
  let localAddress: String?
  let origin: String?
  let timeoutMilliseconds: Int

  /// Has the library start; the callbacks tell the rest. Nil when it failed at once.
  func start(_ library: LibraryContext, user: UnsafeMutableRawPointer) -> OpaquePointer? {
    let kind = LibraryContext.ClientHost(isSecure: target.isSecure, isIPv6: address.isIPv6)
    guard let host = library.clientHost(kind) else { return nil }
    // The library copies what it needs before it returns.
    let memory = LibraryMemory()
    var info = lws_client_connect_info()
    library.prepare(&info)
    info.vhost = host
    info.address = memory.string(address.numeric)
    info.port = Int32(target.port)
    info.path = memory.string(target.path)
    info.host = memory.string(target.hostHeader)
    if let origin { info.origin = memory.string(origin) }
    info.protocol = memory.string(subprotocol)
    info.local_protocol_name = memory.string("client")
    info.alpn = memory.string("http/1.1")
    if let localAddress { info.iface = memory.string(localAddress) }
    if target.isSecure { info.ssl_connection = Int32(LCCSCF_USE_SSL.rawValue) }
    info.userdata = user
    return lws_client_connect_via_info(&info)
  }

  /// What the library's words mean.
  func failure(_ words: String, status: Int) -> TransportError {
    let lower = words.lowercased()
    if lower.contains("unable to connect") { return .refused(url) }
    if lower.contains("timeout") || lower.contains("timed out") { return .timedOut(url) }
    if target.isSecure, lower.contains("ssl") || lower.contains("tls") || lower.contains("cert") {
      return .tlsFailed(url, reason: words)
    }
    if status >= 300 || lower.hasPrefix("hs:") { return .upgradeRefused(url, status: max(0, status)) }
    if lower.contains("closed before") || lower.contains("hung up") || lower.contains("read failed") {
      return .upgradeRefused(url, status: 0)
    }
    return .connectionFailed(url, reason: words.isEmpty ? "no reason is known" : words)
  }
}
