import Foundation
import Rounds
import Signalling
import Transport

/// Many gatherings whose rounds follow each other, each watched by two people, while others relay.
enum Punctuality {
  static let messagesEach = 40
  private static let gatherings = 40
  private static let rounds = 4

  /// - Returns: by how many milliseconds each start and each end reached a person after its plan.
  static func measure(_ server: MeasuredServer, relaying people: Int) async throws -> [Int64] {
    let organizer = try await join(server, #""token":"\#(server.organizerToken())""#)
    let run = UUID().uuidString.prefix(8).lowercased()
    var relays: [Task<Void, any Error>] = []
    if people > 0 { relays = try await relay(server, organizer, "relay-\(run)", people) }
    return try await withThrowingTaskGroup(of: [Int64].self) { group in
      for number in 0..<gatherings {
        let id = "g\(number)-\(run)"
        organizer.send(#"{"type":"gathering.create","gathering":"\#(id)","title":"g","open":true}"#)
        let one = try await join(server, #""gathering":"\#(id)","name":"One","mode":"online""#)
        let two = try await join(server, #""gathering":"\#(id)","name":"Two","mode":"online""#)
        organizer.send(
          #"{"type":"round.start","gathering":"\#(id)","people":2,"lengthSeconds":10,"rounds":\#(rounds),"inSeconds":\#(12 + number % 10)}"#
        )
        group.addTask { try await watch(one, keeping: two) }
      }
      var errors: [Int64] = []
      for try await some in group { errors += some }
      for relay in relays { relay.cancel() }
      return errors
    }
  }

  private static func join(_ server: MeasuredServer, _ who: String) async throws -> WebSocketClient {
    let client = try await WebSocketClient.connect(to: server.url, subprotocol: "tertulia.v1")
    client.send(#"{"type":"join",\#(who)}"#)
    while case let text = try await client.receive(), !text.hasPrefix(#"{"type":"welcome""#) {
      if text.hasPrefix(#"{"type":"error""#) {
        throw CocoaError(.featureUnsupported, userInfo: ["answer": text])
      }
    }
    return client
  }

  private static func watch(_ one: WebSocketClient, keeping two: WebSocketClient) async throws -> [Int64] {
    let drain = Task { while true { _ = try await two.receive() } }
    defer { drain.cancel() }
    var errors: [Int64] = []
    var running: Phase?
    while true {
      let text = try await one.receive()
      let now = Int64(Date().timeIntervalSince1970 * 1000)
      guard text.hasPrefix(#"{"type":"phase""#), case .phase(let phase) = try decode(text) else { continue }
      if let running, phase.round != running.round || phase.name == .lobby, let end = running.endsAt {
        errors.append(now - end.milliseconds)
      }
      if phase.name == .round, phase.round != running?.round, let start = phase.startsAt {
        errors.append(now - start.milliseconds)
      }
      if phase.name == .lobby, running?.round == rounds { return errors }
      running = phase.name == .round ? phase : nil
    }
  }

  private static func decode(_ text: String) throws -> ServerMessage {
    var text = text
    return try text.withUTF8 { try ServerMessage.decode(UnsafeRawBufferPointer($0)) }
  }

  /// People in pairs who write to each other for as long as they are let.
  private static func relay(
    _ server: MeasuredServer, _ organizer: WebSocketClient, _ id: String, _ people: Int
  ) async throws -> [Task<Void, any Error>] {
    organizer.send(#"{"type":"gathering.create","gathering":"\#(id)","title":"g","open":true}"#)
    var clients: [WebSocketClient] = []
    for number in 0..<people {
      clients.append(try await join(server, #""gathering":"\#(id)","name":"P\#(number)","mode":"online""#))
    }
    organizer.send(#"{"type":"round.start","gathering":"\#(id)","people":2,"lengthSeconds":3600}"#)
    return clients.enumerated().map { number, client in
      Task {
        var room = ""
        while room.isEmpty {
          let text = try await client.receive()
          if text.hasPrefix(#"{"type":"assignment""#), case .assignment(let told) = try decode(text) {
            room = told.room?.id.description ?? ""
          }
        }
        let drain = Task { while true { _ = try await client.receive() } }
        defer { drain.cancel() }
        let words = String(repeating: "x", count: 220)
        while !Task.isCancelled {
          client.send(#"{"type":"chat","room":"\#(room)","from":"p\#(number + 1)","text":"\#(words)"}"#)
          try await Task.sleep(for: .milliseconds(1000 / messagesEach))
        }
      }
    }
  }
}
