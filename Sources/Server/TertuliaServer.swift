import Access
import Foundation
import Glibc
import Journal
public import Logging
import Rounds
import Transport

/// The whole server: settings, journal, hub and loop put together.
public struct TertuliaServer: Sendable {
  private let loop: ServiceLoop
  private let hub: Hub

  /// Where browsers reach it.
  public let url: String

  /// Opens the journal, brings back its gatherings, and listens.
  ///
  /// - Throws: an error whose description is a sentence for whoever started the server.
  public static func start(_ settings: Settings, log: Logger) async throws -> TertuliaServer {
    let secret = try settings.serverSecret()
    let (journal, gatherings) = try Journal.open(
      directory: URL(fileURLWithPath: settings.data), policy: settings.policy)
    let files = try StaticFiles(root: settings.web)
    let tokens = try await Tokens(secret: secret, es256PublicKey: try settings.es256PublicKey())

    let loop = ServiceLoop()
    ServiceLoop.reportLibraryMessages {
      log.debug("libwebsockets says something.", metadata: ["message": "\($0)"])
    }
    let url = settings.publicURL.isEmpty ? "http://\(settings.host):\(settings.port)" : settings.publicURL
    let hub = Hub(
      loop: loop, clock: ServerClock(notBefore: gatherings.compactMap(\.lastChange).max()),
      settings: settings, journal: journal,
      keys: Keys(
        tokens: tokens, resume: ResumeSecrets(secret: secret), links: Links(publicURL: url, tokens: tokens),
        turn: settings.ice.turnSecret.isEmpty
          ? nil : TurnCredentials(secret: settings.ice.turnSecret, lifetime: settings.ice.turnLifetimeSeconds)
      ),
      log: log)
    await hub.bringBack(gatherings)

    let pages = Pages(files: files, hub: hub)
    var options = ServerOptions(address: settings.host, port: settings.port, subprotocol: "tertulia.v1")
    options.allowedOrigins = settings.allowedOrigins
    try await loop.start(options, handler: hub) { pages.response(to: $0) }
    return TertuliaServer(loop: loop, hub: hub, url: url)
  }

  /// The port that is listened on, where the settings said 0 for any.
  public var port: Int { loop.port }

  /// Serves until SIGTERM or SIGINT, or `stop`; clients are told to come back.
  public func run() async {
    await hub.stopOnSignals()
    await loop.waitUntilStopped()
    await hub.closeJournal()
  }

  public func stop() async {
    await loop.stop()
    await loop.waitUntilStopped()
    await hub.closeJournal()
  }
}

extension Settings {
  fileprivate func es256PublicKey() throws(FileError) -> String? {
    if es256PublicKeyFile.isEmpty { return nil }
    guard let text = try? String(contentsOfFile: es256PublicKeyFile, encoding: .utf8) else {
      throw FileError(
        file: es256PublicKeyFile, line: nil, column: nil, sentence: "This public key cannot be read.")
    }
    return text
  }
}

extension Hub {
  /// Makes the gatherings of the journal live again: everybody is to come back by `resume`.
  func bringBack(_ gatherings: [JournalReader.Recovered]) {
    for recovered in gatherings {
      let evening = Evening(recovered)
      evenings[evening.id] = evening
      // A gathering that is over refuses, and needs nothing.
      try? perform(.interrupt, in: evening)
    }
    log.info("The journal was read.", metadata: ["gatherings": "\(gatherings.count)"])
    forgetOldEvenings()
  }

  func stopOnSignals() {
    for signal in [SIGTERM, SIGINT] {
      loop.onSignal(signal) { [loop] in Task { await loop.stop() } }
    }
  }

  func closeJournal() {
    journal.close()
  }
}
