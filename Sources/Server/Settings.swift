public import Access
import Foundation
public import Rounds
import Signalling

/// What an organizer of servers may set; `config/tertulia.toml` explains each.
public struct Settings: Sendable, Equatable {
  public struct Limits: Sendable, Equatable {
    /// People on the list of one gathering.
    public var people = 10_000
    /// Open connections; the limit of open files has to lie above it.
    public var connections = 16_000
    /// Messages of one connection that can go on for ever.
    public var messagesPerSecond = 50
    /// Messages that may come at once: a room of six connects with a burst of candidates.
    public var messageBurst: Int { messagesPerSecond * 4 }
  }

  public struct Ice: Sendable, Equatable {
    public var stun: [String] = []
    public var turn: [String] = []
    public var turnSecret = ""
    public var turnLifetimeSeconds = 14_400
  }

  public var host = "127.0.0.1"
  public var port = 8080
  /// Empty for `http://HOST:PORT`.
  public var publicURL = ""
  public var web = "web"
  public var data = "data"
  /// Empty for the one that is kept in the data directory.
  public var secret = ""
  public var allowedOrigins: [String] = []
  public var handoverSeconds = 12
  public var seatHoldSeconds = 30
  public var limits = Limits()
  public var ice = Ice()
  /// Days after which a gathering that is over is forgotten; 0 keeps all until they are purged by hand.
  public var retentionDays = 30
  public var es256PublicKeyFile = ""
  public var logLevel = "info"

  public init() {}

  public var policy: Policy {
    Policy(
      handover: Milliseconds(handoverSeconds) * 1000, seatHold: Milliseconds(seatHoldSeconds) * 1000,
      people: limits.people)
  }

  /// The secret of the settings, or the one that is kept in the data directory, made if there is none.
  public func serverSecret() throws(AccessError) -> ServerSecret {
    secret.isEmpty ? try .kept(in: URL(fileURLWithPath: data)) : try ServerSecret(secret)
  }
}

extension Settings.Ice {
  /// - Parameter id: whom the TURN server's log shows.
  func servers(for id: String, turn credentials: TurnCredentials?, now: Date) -> [IceServer] {
    var servers: [IceServer] = []
    if !stun.isEmpty { servers.append(IceServer(urls: stun, username: nil, credential: nil)) }
    if let credentials, !turn.isEmpty {
      let (username, credential) = credentials.credential(for: id, now: now)
      servers.append(IceServer(urls: turn, username: username, credential: credential))
    }
    return servers
  }
}
