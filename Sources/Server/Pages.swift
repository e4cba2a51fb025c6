import Rounds
import Transport

/// Which URL shows what: the pages, the files of `web/`, and what machines ask for.
struct Pages: Sendable {
  private let files: StaticFiles
  private let hub: Hub

  init(files: StaticFiles, hub: Hub) {
    self.files = files
    self.hub = hub
  }

  /// Called on the service loop.
  func response(to request: HTTPRequest) -> HTTPResponse {
    switch request.path {
    case "/healthz": hub.assumeIsolated { $0.health() }
    case "/metrics":
      .text(hub.assumeIsolated { $0.metricsText() }, contentType: "text/plain; version=0.0.4; charset=utf-8")
    case "/": files.response(to: request, path: "/index.html")
    default: page(request)
    }
  }

  private func page(_ request: HTTPRequest) -> HTTPResponse {
    let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    guard parts.first == "g" else { return files.response(to: request) }
    guard GatheringID(String(parts.dropFirst().first ?? "")) != nil else { return .notFound }
    // Whether the gathering exists is said after joining, so that nobody can try out names here.
    switch Array(parts.dropFirst(2)) {
    case []: return files.response(to: request, path: "/participant.html")
    case ["host"]: return files.response(to: request, path: "/host.html")
    case ["board"]: return files.response(to: request, path: "/board.html")
    case ["door"]: return files.response(to: request, path: "/door.html")
    case ["table"]: return files.response(to: request, path: "/table.html")
    case let table where table.count == 2 && table[0] == "table" && !table[1].isEmpty:
      return files.response(to: request, path: "/table.html")
    default: return .notFound
    }
  }
}

extension Hub {
  func health() -> HTTPResponse {
    outbox.isOpen ? .text("The journal cannot be written.", status: 503) : .text("ok")
  }

  func metricsText() -> String {
    metrics.text(
      gatherings: evenings.count, present: evenings.values.reduce(0) { $0 + $1.present },
      journalFails: outbox.isOpen)
  }
}
