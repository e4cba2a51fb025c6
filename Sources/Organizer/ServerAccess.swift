import Access
import ArgumentParser
import Foundation

/// Where the server is, and what lets a terminal in.
struct ServerAccess: ParsableArguments {
  @Option(help: "The server's URL; TERTULIA_SERVER in the environment, or else http://127.0.0.1:8080.")
  var server: String?

  @Option(help: "The server's data directory, whose secret is used where TERTULIA_SECRET is not set.")
  var data = "data"

  var url: String {
    server ?? ProcessInfo.processInfo.environment["TERTULIA_SERVER"] ?? "http://127.0.0.1:8080"
  }

  /// - Throws: `CommandFailure` where there is no secret; none is made here, as no server would know it.
  func secret() throws -> ServerSecret {
    if let text = ProcessInfo.processInfo.environment["TERTULIA_SECRET"], !text.isEmpty {
      return try ServerSecret(text)
    }
    guard FileManager.default.fileExists(atPath: data + "/secret") else {
      throw CommandFailure(
        "There is no secret in \(data)/secret: set TERTULIA_SECRET, or give the server's directory with --data."
      )
    }
    return try .kept(in: URL(fileURLWithPath: data))
  }
}
