import Testing

@testable import Transport

@Suite("The parts of the transport")
struct PieceTests {
  @Test(
    "a frame's head is as long as its payload needs",
    arguments: [
      (0, [0x81, 0]), (125, [0x81, 125]), (126, [0x81, 126, 0, 126]), (65_535, [0x81, 126, 255, 255]),
      (65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]),
    ] as [(Int, [UInt8])])
  func head(count: Int, head: [UInt8]) {
    let payload = [UInt8](repeating: 97, count: count)
    #expect(Frame(payload).wire == head + payload)
    #expect(Frame(payload).byteCount == count)
    var buffer = OutboundBuffer()
    payload.withUnsafeBytes { buffer.append(.text, $0) }
    buffer.append(wire: Frame("x").wire)
    let bytes = buffer.drain { Array($0) }
    #expect(bytes == head + payload + [0x81, 1, 120])
    #expect(buffer.count == 0)
  }

  @Test(
    "an address of a WebSocket is taken apart",
    arguments: [
      ("ws://127.0.0.1:8080/ws", false, "127.0.0.1", 8080, "/ws", "127.0.0.1:8080"),
      ("wss://coffee.example.org", true, "coffee.example.org", 443, "/", "coffee.example.org"),
      ("ws://a?x=1#t=secret", false, "a", 80, "/?x=1", "a"),
      ("ws://[::1]:81/a/b?c", false, "::1", 81, "/a/b?c", "[::1]:81"),
    ])
  func address(url: String, secure: Bool, host: String, port: Int, path: String, header: String) throws {
    let address = try WebSocketAddress(url)
    #expect(address.isSecure == secure)
    #expect(address.host == host)
    #expect(address.port == port)
    #expect(address.path == path)
    #expect(address.hostHeader == header)
  }

  @Test("a message is put together, and refused as soon as it is known to be too large")
  func gathering() {
    var message = GatheredMessage()
    func take(_ text: String, following: Int = 0, isBinary: Bool = false, isLast: Bool)
      -> GatheredMessage.Progress
    {
      Array(text.utf8).withUnsafeBytes {
        message.take($0, following: following, isBinary: isBinary, isLast: isLast, limit: 8)
      }
    }
    #expect(take("abc", isLast: true) == .single)
    #expect(take("", isLast: false) == .incomplete)
    #expect(take("abc", isLast: false) == .incomplete)
    #expect(take("def", isLast: true) == .gathered)
    #expect(message.bytes == Array("abcdef".utf8))
    message.reset()
    #expect(take("ab", isBinary: true, isLast: false) == .incomplete)
    #expect(take("c", isBinary: true, isLast: true) == .binary)
    #expect(take("abcdefgh", isLast: true) == .single)
    #expect(take("abc", following: 6, isLast: false) == .tooLarge)
  }
}
