import Testing
import Transport

@Suite("HTTP", .timeLimit(.minutes(1)))
struct HTTPTests {
  private static let large = [UInt8](repeating: 120, count: 5_000_000)

  private func run(_ body: (TestServer) async throws -> Void) async throws {
    let folder = try TestFolder()
    try folder.write("<p>hola</p>", to: "index.html")
    let files = try StaticFiles(root: folder.path)
    try await TestServer.run(
      routes: { request in
        switch request.path {
        case "/large": HTTPResponse(status: 200, body: Self.large)
        case "/query":
          .text("\(request.host) \(request.query.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })")
        case "/split": HTTPResponse(status: 200, headers: [("x-name", "a\r\nx-evil: b")], body: [])
        default: files.response(to: request)
        }
      }, body)
  }

  private func get(_ server: TestServer, _ target: String, _ method: String = "GET", headers: String = "")
    throws -> (
      status: Int, head: String, body: [UInt8]
    )
  {
    let socket = try server.raw()
    socket.send("\(method) \(target) HTTP/1.1\r\nHost: here\r\n\(headers)\r\n")
    return try socket.response(hasBody: method != "HEAD")
  }

  @Test("serves a page with its tag, not again to who has it, and its head alone to HEAD")
  func page() async throws {
    try await run { server in
      let page = try get(server, "/")
      #expect(page.status == 200)
      #expect(String(decoding: page.body, as: UTF8.self) == "<p>hola</p>")
      #expect(page.head.contains("content-type: text/html; charset=utf-8\r\n"))
      #expect(page.head.contains("cache-control: no-cache\r\n"))
      let line = try #require(page.head.split(separator: "\r\n").first { $0.hasPrefix("etag: ") })
      let known = try get(server, "/", headers: "If-None-Match: \(line.dropFirst(6))\r\n")
      #expect(known.status == 304)
      let head = try get(server, "/", "HEAD")
      #expect(head.status == 200)
      #expect(head.head.contains("content-length: 11\r\n"))
    }
  }

  @Test(
    "has the security headers on every answer",
    arguments: [
      ("GET", "/"), ("GET", "/missing"), ("POST", "/"), ("GET", "/ws"), ("DELETE", "/x"),
    ])
  func securityHeaders(method: String, target: String) async throws {
    try await run { server in
      let head = try get(server, target, method).head
      for header in SecurityHeaders.standard {
        #expect(head.contains("\r\n\(header.name): \(header.value)\r\n"))
      }
    }
  }

  @Test(
    "answers what it can't do with the right status",
    arguments: [
      ("GET", "/missing", 404), ("POST", "/", 405), ("PUT", "/", 405), ("DELETE", "/", 405),
      ("OPTIONS", "/", 405),
      ("PATCH", "/", 405), ("GET", "/ws", 426), ("HEAD", "/missing", 404),
    ])
  func statuses(method: String, target: String, status: Int) async throws {
    try await run { server in
      let answer = try get(server, target, method)
      #expect(answer.status == status)
    }
  }

  @Test("ignores the body of a request that has none to have")
  func body() async throws {
    try await run { server in
      let socket = try server.raw()
      socket.send(
        "POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 5\r\n\r\nabcdeGET / HTTP/1.1\r\nHost: here\r\n\r\n")
      #expect(try socket.response().status == 405)
      #expect(try socket.response().status == 200)
    }
  }

  @Test(
    "reaches nothing outside of the folder",
    arguments: [
      "/../../../../etc/passwd", "/%2e%2e/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2f..%2fetc/passwd",
      "/%2e%2e%2f%2e%2e%2fetc%2fpasswd", "/..%5c..%5cetc/passwd", "/%252e%252e/etc/passwd", "//etc/passwd",
      "/./../etc/passwd", "/index.html%00.png", "/%c0%ae%c0%ae/etc/passwd",
    ])
  func traversal(target: String) async throws {
    try await run { server in
      let socket = try server.raw()
      socket.send("GET \(target) HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
      let answer = String(decoding: try socket.receiveAll(), as: UTF8.self)
      #expect(!answer.contains("root:"))
      #expect(!answer.hasPrefix("HTTP/1.1 200"))
      #expect(try get(server, "/").status == 200)
    }
  }

  @Test("reads the query and the host")
  func query() async throws {
    try await run { server in
      let answer = try get(server, "/query?a=1&b=caf%C3%A9%20solo&c")
      #expect(String(decoding: answer.body, as: UTF8.self) == #"here ["a:1", "b:café solo", "c:"]"#)
    }
  }

  @Test("lets no answer smuggle a header")
  func splitting() async throws {
    try await run { server in
      let answer = try get(server, "/split")
      #expect(!answer.head.contains("\r\nx-evil"))
    }
  }

  @Test("sends a large answer whole, and the next one after it")
  func largeAnswer() async throws {
    try await run { server in
      let socket = try RawSocket(port: server.loop.port, receiveBuffer: 4_096)
      socket.send("GET /large HTTP/1.1\r\nHost: here\r\n\r\nGET / HTTP/1.1\r\nHost: here\r\n\r\n")
      #expect(try socket.response().body == Self.large)
      #expect(try socket.response().status == 200)
    }
  }

  @Test("answers in HTTP/1.1 who would rather have HTTP/2")
  func http2() async throws {
    try await run { server in
      let answer = try get(
        server, "/",
        headers: "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n")
      #expect(answer.status == 200)
    }
  }

  @Test("outlives a request line and headers without end", arguments: [20_000, 1_000_000])
  func tooLong(count: Int) async throws {
    try await run { server in
      let line = try server.raw()
      line.send("GET /" + String(repeating: "a", count: count) + " HTTP/1.1\r\nHost: here\r\n\r\n")
      #expect(try !String(decoding: line.receiveAll(), as: UTF8.self).contains(" 200 "))
      let header = try server.raw()
      header.send(
        "GET / HTTP/1.1\r\nHost: here\r\nX-Long: " + String(repeating: "a", count: count) + "\r\n\r\n")
      _ = try header.receive()
      #expect(try get(server, "/").status == 200)
    }
  }
}
