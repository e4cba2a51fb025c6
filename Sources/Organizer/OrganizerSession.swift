import Access
import ArgumentParser
import Foundation
import Rounds
import Signalling
import Transport

/// A terminal's conversation with a running server: one request, one answer.
struct OrganizerSession {
  private let client: WebSocketClient
  private let url: String

  /// Connects as an organizer of all gatherings.
  ///
  /// - Throws: an error whose description is a sentence for the terminal.
  static func open(_ access: ServerAccess) async throws -> OrganizerSession {
    let token = try await Tokens(secret: access.secret()).mint(
      TokenClaims(
        gathering: "*", role: Role.organizer.rawValue,
        expires: Date().addingTimeInterval(AccessLimits.organizerSeconds)))
    let session = OrganizerSession(
      client: try await WebSocketClient.connect(
        to: try socketURL(access.url), subprotocol: "tertulia.v1"),
      url: access.url)
    try session.send(ClientMessage(.join(Join(entry: .token(token)))))
    while true {
      switch try await session.receive() {
      case .welcome: return session
      case .error(let error) where error.code == .unauthorized:
        throw CommandFailure(
          "The server at \(access.url) does not accept this secret: set TERTULIA_SECRET to the server's own.")
      case .error(let error): throw CommandFailure(error.message)
      default: continue
      }
    }
  }

  /// Asks for one thing; what else the server says meanwhile is not for a terminal.
  func ask(_ request: Request, of gathering: GatheringID? = nil) async throws -> Answer.Body {
    try send(ClientMessage(request, id: "1", gathering: gathering))
    while true {
      switch try await receive() {
      case .ok(let answer) where answer.re == "1": return answer.body
      case .error(let error): throw CommandFailure(error.message)
      default: continue
      }
    }
  }

  func close() {
    client.close()
  }

  private func send(_ message: ClientMessage) throws {
    client.send(String(decoding: message.encode(), as: UTF8.self))
  }

  private func receive() async throws -> ServerMessage {
    let text = try await client.receive()
    return try Array(text.utf8).withUnsafeBytes { bytes throws(ProtocolError) in
      try ServerMessage.decode(bytes)
    }
  }

  private static func socketURL(_ url: String) throws -> String {
    for (scheme, socket) in [("http://", "ws://"), ("https://", "wss://")] where url.hasPrefix(scheme) {
      let rest = url.dropFirst(scheme.count)
      return socket + (rest.hasSuffix("/") ? String(rest.dropLast()) : String(rest)) + "/ws"
    }
    throw CommandFailure("\(url) is no server's URL: it begins with http:// or https://.")
  }
}

extension ServerAccess {
  /// Runs `body` with a session that is closed afterwards.
  func withSession<Result>(_ body: (OrganizerSession) async throws -> Result) async throws -> Result {
    let session = try await OrganizerSession.open(self)
    defer { session.close() }
    return try await body(session)
  }
}

/// Which gathering a command is about, and how its server is reached.
struct GatheringReference: ParsableArguments {
  @Argument(help: "The gathering's id.")
  var id: String
  @OptionGroup var access: ServerAccess

  /// Asks the gathering for one thing.
  func ask(_ request: Request) async throws -> Answer.Body {
    let id = try gatheringID(id)
    return try await access.withSession { try await $0.ask(request, of: id) }
  }
}

func gatheringID(_ text: String) throws -> GatheringID {
  guard let id = GatheringID(text) else {
    throw CommandFailure("\(text) is no gathering's id: it has 1 to 64 of a–z, 0–9 and -.")
  }
  return id
}
