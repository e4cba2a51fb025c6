import ArgumentParser
import Foundation
import Glibc
import Logging
import Server

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serves gatherings until it is told to stop.",
    discussion: """
      Without settings it listens on http://127.0.0.1:8080 and keeps what it has to remember in ./data: a journal of \
      every gathering, and the secret that links are signed with. TERTULIA_SECRET takes the secret's place. \
      config/tertulia.toml explains all settings.
      """)

  @Option(help: "A file of settings (TOML).")
  var config: String?
  @Option(help: "The address to listen on, before the settings' own.")
  var host: String?
  @Option(help: "The port to listen on, before the settings' own.")
  var port: Int?
  @Option(help: "The directory for what has to be remembered, before the settings' own.")
  var data: String?

  func run() async throws {
    var settings = try config.map { try SettingsFile(path: $0).settings() } ?? Settings()
    settings.host = host ?? settings.host
    settings.port = port ?? settings.port
    settings.data = data ?? settings.data
    guard (0...65_535).contains(settings.port) else {
      throw CommandFailure("\(settings.port) is no port: ports go from 1 to 65535.")
    }
    if let secret = ProcessInfo.processInfo.environment["TERTULIA_SECRET"], !secret.isEmpty {
      settings.secret = secret
    }
    var log = Logger(label: "tertulia") { StreamLogHandler.standardError(label: $0) }
    log.logLevel = Logger.Level(rawValue: settings.logLevel) ?? .info

    // The journal holds contacts, and the secret opens every door: nobody else on the machine is to read them.
    umask(0o077)
    let server = try await TertuliaServer.start(settings, log: log)
    log.info("Serving.", metadata: ["url": "\(server.url)", "data": "\(settings.data)"])
    await server.run()
    log.info("Stopped.")
  }
}
