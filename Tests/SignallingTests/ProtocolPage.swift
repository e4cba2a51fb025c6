import Foundation

/// `docs/protocol.md`, as its examples and tables.
struct ProtocolPage {
  let client: [String]
  let server: [String]
  private let lines: [String]

  static func read(file: StaticString = #filePath) -> ProtocolPage {
    // The sources may be reached through a link; the page lies beside their true place.
    let here = URL(filePath: "\(file)").resolvingSymlinksInPath()
    let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "docs/protocol.md")
    guard let text = try? String(contentsOf: page, encoding: .utf8) else {
      preconditionFailure("there is no page at \(page.path)")
    }
    return ProtocolPage(text)
  }

  private init(_ text: String) {
    lines = text.components(separatedBy: "\n")
    var client: [String] = []
    var server: [String] = []
    var isExample = false
    for line in lines {
      if line.hasPrefix("```") {
        isExample = line == "```json"
      } else if isExample, line.hasPrefix("→ ") {
        client.append(String(line.dropFirst(2)))
      } else if isExample, line.hasPrefix("← ") {
        server.append(String(line.dropFirst(2)))
      } else if isExample {
        preconditionFailure("an example must start with an arrow: \(line)")
      }
    }
    self.client = client
    self.server = server
  }

  /// The cells of a table, by its head.
  func rows(under head: String) -> [[String]] {
    guard let first = lines.firstIndex(of: head) else { return [] }
    return lines[(first + 2)...].prefix { $0.hasPrefix("|") }.map { line in
      line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  /// What a server's message is: its type, and the fields of an `ok`.
  static func kind(of frame: String) throws -> String {
    let object = try JSONSerialization.jsonObject(with: Data(frame.utf8)) as? [String: Any] ?? [:]
    let type = object["type"] as? String ?? ""
    return type == "ok" ? "ok " + object.keys.sorted().joined(separator: " ") : type
  }
}
