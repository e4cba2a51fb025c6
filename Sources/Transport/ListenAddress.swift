import Glibc

/// Where to listen, as a number; and whether that can be done, with the system's own reason if not.
struct ListenAddress {
  /// Numeric, without brackets.
  let numeric: String
  let port: Int
  let isIPv6: Bool
  private let storage: sockaddr_storage
  private let length: socklen_t

  init(_ options: ServerOptions) throws(TransportError) {
    guard (0...65_535).contains(options.port) else {
      throw .cannotListen(address: options.address, port: options.port, reason: "a port is 0 to 65535")
    }
    guard let found = SocketAddress.resolve(options.address, port: options.port, passive: true).first else {
      throw .addressNotAvailable(options.address)
    }
    numeric = found.numeric
    port = options.port
    isIPv6 = found.isIPv6
    storage = found.storage
    length = found.length
  }

  /// Binds a socket there and closes it again: the library doesn't say why it can't.
  func probe() throws(TransportError) {
    let socket = Glibc.socket(Int32(storage.ss_family), Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw failure(errno) }
    defer { close(socket) }
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let bound = withUnsafePointer(to: storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(socket, $0, length) }
    }
    guard bound == 0, port == 0 || listen(socket, 1) == 0 else { throw failure(errno) }
  }

  private func failure(_ code: Int32) -> TransportError {
    switch code {
    case EADDRINUSE: .portTaken(address: numeric, port: port)
    case EADDRNOTAVAIL: .addressNotAvailable(numeric)
    case EACCES, EPERM: .permissionDenied(address: numeric, port: port)
    default: .cannotListen(address: numeric, port: port, reason: String(cString: strerror(code)))
    }
  }
}
