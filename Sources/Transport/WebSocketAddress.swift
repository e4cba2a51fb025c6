/// A ws:// or wss:// URL, taken apart.
struct WebSocketAddress: Equatable {
  let isSecure: Bool
  /// Without brackets.
  let host: String
  let port: Int
  /// With the query.
  let path: String

  init(_ url: String) throws(TransportError) {
    var rest = Substring(url)
    if rest.hasPrefix("ws://") {
      isSecure = false
      rest = rest.dropFirst(5)
    } else if rest.hasPrefix("wss://") {
      isSecure = true
      rest = rest.dropFirst(6)
    } else {
      throw .badAddress(url)
    }
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let target = rest[authority.endIndex...].prefix { $0 != "#" }
    path = target.hasPrefix("/") ? String(target) : "/" + target
    let (name, number) = Self.split(authority)
    guard !name.isEmpty, !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
      throw .badAddress(url)
    }
    host = String(name)
    if let number {
      guard let port = Int(number), (1...65_535).contains(port) else { throw .badAddress(url) }
      self.port = port
    } else {
      port = isSecure ? 443 : 80
    }
  }

  /// The Host header.
  var hostHeader: String {
    let name = host.contains(":") ? "[\(host)]" : host
    return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
  }

  private static func split(_ authority: Substring) -> (name: Substring, port: Substring?) {
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      let rest = authority[authority.index(after: end)...]
      return (authority[..<end].dropFirst(), rest.isEmpty ? nil : rest.dropFirst())
    }
    guard let colon = authority.lastIndex(of: ":") else { return (authority, nil) }
    return (authority[..<colon], authority[authority.index(after: colon)...])
  }
}
