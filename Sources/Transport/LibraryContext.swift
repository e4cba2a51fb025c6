internal import CLibwebsockets

/// The context of libwebsockets on our libev loop, and the memory that it refers to. On the loop only.
final class LibraryContext {
  private let memory = LibraryMemory()
  private let context: OpaquePointer
  private let protocols: UnsafeMutablePointer<lws_protocols>
  private let noIdlePolicy: UnsafeMutablePointer<lws_retry_bo_t>
  private let timeouts = UnsafeMutablePointer<TimeoutEntry>.allocate(capacity: 1)
  private var clientHosts: [ClientHost: OpaquePointer] = [:]

  /// The hosts that outgoing connections belong to: TLS takes a long start, and IPv6 sockets can't be bound to
  /// IPv4 addresses.
  struct ClientHost: Hashable {
    let isSecure: Bool
    let isIPv6: Bool
  }

  init(core: LoopCore) {
    LibraryMessages.connect()
    // All zeros: the library's own pings cost a sorted insertion for each connection.
    noIdlePolicy = memory.zeroed(lws_retry_bo_t.self)
    protocols = memory.zeroed(lws_protocols.self, count: 2)

    var info = lws_context_creation_info()
    info.options = shim_lws_context_options()
    info.port = CONTEXT_PORT_NO_LISTEN
    info.pt_serv_buf_size = Limits.serviceBufferBytes
    info.timeout_secs = Limits.requestSeconds
    info.max_http_header_data = Limits.requestHeadBytes
    info.retry_and_idle_policy = UnsafePointer(noIdlePolicy)
    info.user = Unmanaged.passUnretained(core).toOpaque()
    var loops: [UnsafeMutableRawPointer?] = [UnsafeMutableRawPointer(core.events)]
    let created = loops.withUnsafeMutableBufferPointer { loops in
      info.foreign_loops = loops.baseAddress
      return lws_create_context(&info)
    }
    guard let created else {
      preconditionFailure("libwebsockets has no context for us: is its libev plugin installed?")
    }
    context = created
    timeouts.initialize(to: TimeoutEntry(owner: self))
    scheduleTimeouts()
  }

  deinit { timeouts.deallocate() }

  /// Listens and tells the port.
  func listen(at address: ListenAddress, _ options: ServerOptions) throws(TransportError) -> Int {
    let protocols = memory.zeroed(lws_protocols.self, count: 3)
    // A name that no client can offer, so that none gets this protocol for a WebSocket.
    protocols[0].name = memory.string("(http)")
    protocols[0].callback = httpCallback
    protocols[1].name = memory.string(options.subprotocol)
    protocols[1].callback = webSocketCallback
    protocols[1].per_session_data_size = MemoryLayout<UnsafeRawPointer>.size
    protocols[1].rx_buffer_size = Limits.pieceBytes
    protocols[1].tx_packet_size = options.outboundBytes

    var info = lws_context_creation_info()
    info.port = Int32(address.port)
    info.iface = memory.string(address.numeric)
    info.vhost_name = memory.string("server")
    info.protocols = UnsafePointer(protocols)
    info.options = address.isIPv6 ? 0 : shim_lws_no_ipv6()
    info.alpn = memory.string("http/1.1")
    info.keepalive_timeout = Int32(Limits.requestSeconds)
    info.max_http_header_data = Limits.requestHeadBytes
    info.retry_and_idle_policy = UnsafePointer(noIdlePolicy)
    info.headers = memory.headers(options.responseHeaders)
    guard let host = lws_create_vhost(context, &info) else {
      throw .cannotListen(
        address: address.numeric, port: address.port, reason: "the system refused; see the library's messages"
      )
    }
    return Int(lws_get_vhost_listen_port(host))
  }

  /// The host that an outgoing connection belongs to; nil when TLS can't be set up.
  func clientHost(_ kind: ClientHost) -> OpaquePointer? {
    if let known = clientHosts[kind] { return known }
    protocols[0].name = memory.string("client")
    protocols[0].callback = clientCallback
    protocols[0].rx_buffer_size = Limits.pieceBytes
    protocols[0].tx_packet_size = Int(Limits.serviceBufferBytes)
    var info = lws_context_creation_info()
    info.port = CONTEXT_PORT_NO_LISTEN
    info.vhost_name = memory.string("client\(kind.isSecure ? "-tls" : "")\(kind.isIPv6 ? "-6" : "-4")")
    info.protocols = UnsafePointer(protocols)
    info.options = kind.isIPv6 ? 0 : shim_lws_no_ipv6()
    if kind.isSecure { info.options |= shim_lws_tls_client() }
    info.alpn = memory.string("http/1.1")
    info.retry_and_idle_policy = UnsafePointer(noIdlePolicy)
    let host = lws_create_vhost(context, &info)
    clientHosts[kind] = host
    return host
  }

  /// Fills in what every outgoing connection has in common.
  func prepare(_ info: inout lws_client_connect_info) {
    info.context = context
    info.retry_and_idle_policy = UnsafePointer(noIdlePolicy)
  }

  /// Keeps one short timeout pending; see `Limits.libraryTimeoutMilliseconds`.
  fileprivate func scheduleTimeouts() {
    lws_sul_schedule(
      context, 0, &timeouts.pointee.entry, timeoutsWereLookedAt, Limits.libraryTimeoutMilliseconds * 1_000)
  }

  /// Closes every connection at once, with their closing callbacks, and frees all.
  func destroy() {
    lws_sul_cancel(&timeouts.pointee.entry)
    lws_context_destroy(context)
  }
}

/// The library's list entry and who it belongs to.
private struct TimeoutEntry {
  var entry = lws_sorted_usec_list_t()
  unowned(unsafe) let owner: LibraryContext
}

private func timeoutsWereLookedAt(_ entry: UnsafeMutablePointer<lws_sorted_usec_list_t>?) {
  UnsafeMutableRawPointer(entry!).assumingMemoryBound(to: TimeoutEntry.self).pointee.owner.scheduleTimeouts()
}
