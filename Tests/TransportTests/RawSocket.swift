import Glibc

/// A blocking socket that says whatever a test wants; ten seconds without an answer are a failure.
final class RawSocket {
  struct Failure: Error {
    let what: String
  }

  struct WebSocketFrame: Equatable {
    let opcode: UInt8
    let payload: [UInt8]
  }

  let descriptor: Int32
  private var unread: [UInt8] = []

  init(port: Int, receiveBuffer: Int32? = nil) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var timeout = timeval(tv_sec: 10, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, size)
    if var receiveBuffer {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
    }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure(what: "connect: \(String(cString: strerror(errno)))") }
  }

  deinit { close(descriptor) }

  /// Closes with a reset instead of a goodbye.
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Glibc.linger>.size))
  }

  /// Sends what the peer still takes; false when it hung up.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// The next bytes; empty when the peer hung up.
  func receive() throws -> [UInt8] {
    if !unread.isEmpty {
      defer { unread = [] }
      return unread
    }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &bytes, bytes.count, 0)
    if count < 0, errno != ECONNRESET { throw Failure(what: "recv: \(String(cString: strerror(errno)))") }
    return Array(bytes.prefix(max(0, count)))
  }

  func receive(exactly count: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let more = try receive()
      guard !more.isEmpty else { throw Failure(what: "hung up after \(bytes.count) of \(count) bytes") }
      bytes += more
    }
    unread = Array(bytes[count...])
    return Array(bytes[..<count])
  }

  /// All that comes until the peer hangs up.
  func receiveAll() throws -> [UInt8] {
    var bytes: [UInt8] = []
    while case let more = try receive(), !more.isEmpty { bytes += more }
    return bytes
  }

  // MARK: HTTP

  /// A whole response with its length.
  func response(hasBody: Bool = true) throws -> (status: Int, head: String, body: [UInt8]) {
    var head: [UInt8] = []
    while !head.suffix(4).elementsEqual(Array("\r\n\r\n".utf8)) { head += try receive(exactly: 1) }
    let text = String(decoding: head, as: UTF8.self)
    let status = Int(text.split(separator: " ")[1]) ?? 0
    let length = text.split(separator: "\r\n").first { $0.hasPrefix("content-length: ") }
    let count = length.flatMap { Int($0.dropFirst(16)) } ?? 0
    return (status, text, hasBody ? try receive(exactly: count) : [])
  }

  func upgrade(port: Int) throws {
    send(Self.upgradeRequest(port: port))
    let answer = try response(hasBody: false)
    guard answer.status == 101 else { throw Failure(what: "no WebSocket: \(answer.status)") }
  }

  static func upgradeRequest(port: Int) -> String {
    "GET /ws HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n"
      + "Sec-WebSocket-Protocol: tertulia.v1\r\n\r\n"
  }

  // MARK: WebSocket

  @discardableResult
  func sendFrame(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true) -> Bool {
    send(Self.frame(opcode, payload, isFinal: isFinal))
  }

  static func frame(_ opcode: UInt8, _ payload: [UInt8], isFinal: Bool = true) -> [UInt8] {
    let mask: [UInt8] = [0x12, 0x9A, 0x00, 0xFF]
    var bytes: [UInt8] = [opcode | (isFinal ? 0x80 : 0)]
    switch payload.count {
    case ..<126: bytes.append(0x80 | UInt8(payload.count))
    case ..<65_536: bytes += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
    default:
      bytes.append(0x80 | 127)
      bytes += (0..<8).reversed().map { UInt8(truncatingIfNeeded: payload.count >> ($0 * 8)) }
    }
    bytes += mask
    bytes += payload.enumerated().map { $0.element ^ mask[$0.offset & 3] }
    return bytes
  }

  func receiveFrame() throws -> WebSocketFrame {
    let head = try receive(exactly: 2)
    var count = Int(head[1] & 0x7F)
    if count == 126 { count = try receive(exactly: 2).reduce(0) { $0 << 8 | Int($1) } }
    if count == 127 { count = try receive(exactly: 8).reduce(0) { $0 << 8 | Int($1) } }
    return WebSocketFrame(opcode: head[0] & 0x0F, payload: try receive(exactly: count))
  }

  /// The code of the close frame that comes next, skipping messages.
  func receiveCloseCode() throws -> UInt16 {
    while true {
      let frame = try receiveFrame()
      guard frame.opcode == 8 else { continue }
      guard frame.payload.count >= 2 else { return 1005 }
      return UInt16(frame.payload[0]) << 8 | UInt16(frame.payload[1])
    }
  }
}
