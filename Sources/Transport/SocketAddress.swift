import Glibc

/// An address that a name stands for.
struct SocketAddress {
  let numeric: String
  let isIPv6: Bool
  let storage: sockaddr_storage
  let length: socklen_t

  /// The addresses of a name, in the system's order of preference; none when it has none. Blocks on the network
  /// for names that aren't numeric.
  static func resolve(_ host: String, port: Int, passive: Bool = false) -> [SocketAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    hints.ai_flags = AI_NUMERICSERV | (passive ? AI_PASSIVE : 0)
    var list: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, String(port), &hints, &list) == 0 else { return [] }
    defer { freeaddrinfo(list) }
    var found: [SocketAddress] = []
    var next = list
    while let entry = next?.pointee {
      if let address = SocketAddress(entry) { found.append(address) }
      next = entry.ai_next
    }
    return found
  }

  private init?(_ entry: addrinfo) {
    guard let address = entry.ai_addr, entry.ai_family == AF_INET || entry.ai_family == AF_INET6 else {
      return nil
    }
    var name = [CChar](repeating: 0, count: Int(NI_MAXHOST))
    guard
      getnameinfo(address, entry.ai_addrlen, &name, socklen_t(name.count), nil, 0, NI_NUMERICHOST) == 0
    else { return nil }
    var storage = sockaddr_storage()
    memcpy(&storage, address, Int(entry.ai_addrlen))
    numeric = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    isIPv6 = entry.ai_family == AF_INET6
    self.storage = storage
    length = entry.ai_addrlen
  }
}
