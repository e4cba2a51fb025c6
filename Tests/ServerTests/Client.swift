import Access
import Foundation
import Logging
import Rounds
import Signalling
import Transport

@testable import Server

let secretOfTests = "0123456789abcdef0123456789abcdef"

/// A real server on a free port, with its data in a directory of its own.
struct TestServer {
  let server: TertuliaServer
  let settings: Settings

  init(_ change: (inout Settings) -> Void = { _ in }) async throws {
    var settings = Settings()
    let directory = FileManager.default.temporaryDirectory.appending(path: "server-\(UUID().uuidString)")
    settings.data = directory.appending(path: "data").path
    settings.web = directory.appending(path: "web").path
    settings.secret = secretOfTests
    settings.port = 0
    change(&settings)
    try FileManager.default.createDirectory(atPath: settings.web, withIntermediateDirectories: true)
    self.settings = settings
    var log = Logger(label: "test")
    log.logLevel = .critical
    server = try await TertuliaServer.start(settings, log: log)
  }

  func connect() async throws -> Client {
    Client(try await WebSocketClient.connect(to: "ws://127.0.0.1:\(server.port)/ws", subprotocol: "tertulia.v1"))
  }

  /// An organizer of all gatherings who has created one.
  func organizer(of gathering: String = "cafe") async throws -> Client {
    let token = try await Tokens(secret: ServerSecret(secretOfTests)).mint(
      TokenClaims(gathering: "*", role: "organizer", expires: Date().addingTimeInterval(600)))
    let client = try await connect()
    client.send(#"{"type":"join","token":"\#(token)"}"#)
    _ = try await client.next { if case .welcome = $0 { true } else { false } }
    client.send(
      #"{"type":"gathering.create","id":"c","gathering":"\#(gathering)","title":"Café","locale":"es","open":true}"#)
    _ = try await client.next { if case .ok = $0 { true } else { false } }
    return client
  }

  func guest(_ name: String, in gathering: String = "cafe") async throws -> (client: Client, welcome: Welcome) {
    let client = try await connect()
    client.send(#"{"type":"join","gathering":"\#(gathering)","name":"\#(name)","mode":"online"}"#)
    return (client, try await client.welcome())
  }
}

/// A client that reads what the server says in order.
struct Client {
  private let socket: WebSocketClient

  init(_ socket: WebSocketClient) {
    self.socket = socket
  }

  func send(_ text: String) { socket.send(text) }

  func close() { socket.close() }

  func nextText() async throws -> String { try await socket.receive() }

  /// The next message for which `isWanted`; what comes before it is passed over.
  func next(_ isWanted: (ServerMessage) -> Bool) async throws -> ServerMessage {
    while true {
      let message = try await message()
      if isWanted(message) { return message }
    }
  }

  func message() async throws -> ServerMessage {
    try Array(try await nextText().utf8).withUnsafeBytes { bytes throws(ProtocolError) in
      try ServerMessage.decode(bytes)
    }
  }

  func welcome() async throws -> Welcome {
    while true { if case .welcome(let welcome) = try await message() { return welcome } }
  }

  func assignment(round: Int) async throws -> Assignment {
    while true {
      if case .assignment(let assignment) = try await message(), assignment.round == round { return assignment }
    }
  }

  func phase(_ name: Phase.Name) async throws -> Phase {
    while true { if case .phase(let phase) = try await message(), phase.name == name { return phase } }
  }

  func error() async throws -> ProtocolError {
    while true { if case .error(let error) = try await message() { return error } }
  }

  func closeCode() async -> UInt16? {
    while true {
      do {
        _ = try await nextText()
      } catch TransportError.closed(let code, _) {
        return code
      } catch {
        return nil
      }
    }
  }
}
