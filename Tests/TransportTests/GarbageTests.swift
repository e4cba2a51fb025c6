import Testing
import Transport

@Suite("Garbage leaves the server serving", .timeLimit(.minutes(2)))
struct GarbageTests {
  /// SplitMix64: the same seed is the same garbage.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private func isServing(_ server: TestServer, _ bystander: WebSocketClient, _ seed: Comment = "no seed")
    async throws
  {
    bystander.send("still here")
    #expect(try await bystander.receive() == "still here", seed)
    let newcomer = try await server.connect()
    newcomer.send("me too")
    #expect(try await newcomer.receive() == "me too", seed)
  }

  @Test("be it a thousand random openings")
  func randomBytes() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Generator(state: seed)
    try await TestServer.run { server in
      let bystander = try await server.connect()
      for _ in 0..<1_000 {
        let socket = try server.raw()
        let count = Int.random(in: 1...400, using: &generator)
        socket.send((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
        if Bool.random(using: &generator) { socket.reset() }
      }
      try await isServing(server, bystander, "seed \(seed)")
    }
  }

  @Test("be it a handshake cut off at every byte")
  func truncatedHandshakes() async throws {
    try await TestServer.run { server in
      let bystander = try await server.connect()
      let request = Array(RawSocket.upgradeRequest(port: server.loop.port).utf8)
      for count in 0..<request.count { try server.raw().send(Array(request[..<count])) }
      try await isServing(server, bystander)
    }
  }

  @Test("be it a thousand random handshakes with one byte changed, doubled or missing")
  func damagedHandshakes() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Generator(state: seed)
    try await TestServer.run { server in
      let bystander = try await server.connect()
      for _ in 0..<1_000 {
        var request = Array(RawSocket.upgradeRequest(port: server.loop.port).utf8)
        let place = Int.random(in: request.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: request[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: request.insert(request[place], at: place)
        default: request.remove(at: place)
        }
        try server.raw().send(request)
      }
      try await isServing(server, bystander, "seed \(seed)")
    }
  }

  @Test("be it a thousand random frames on open connections")
  func randomFrames() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = Generator(state: seed)
    try await TestServer.run { server in
      let bystander = try await server.connect()
      for _ in 0..<1_000 {
        let socket = try server.rawWebSocket()
        let count = Int.random(in: 0...200, using: &generator)
        var frame = RawSocket.frame(1, (0..<count).map { _ in UInt8.random(in: 32...126, using: &generator) })
        for _ in 0..<3 {
          frame[Int.random(in: 0..<min(frame.count, 16), using: &generator)] = UInt8.random(
            in: 0...255, using: &generator)
        }
        socket.send(Array(frame.prefix(Int.random(in: 1...frame.count, using: &generator))))
      }
      try await isServing(server, bystander, "seed \(seed)")
    }
  }
}
