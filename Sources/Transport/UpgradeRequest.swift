/// Somebody asks to leave HTTP for another protocol.
struct UpgradeRequest: Equatable {
  var upgrade = "websocket"
  var path: String
  var host: String
  var origin: String?
  /// Names with commas between.
  var subprotocols: String
  var version = "13"
  var key: String

  var isWebSocket: Bool { upgrade.lowercased() == "websocket" }

  /// The response that says no, with the reason; nil for yes.
  func refusal(by options: ServerOptions) -> HTTPResponse? {
    guard path == options.path else { return .notFound }
    guard version == "13", !key.isEmpty, !host.isEmpty else {
      var response = HTTPResponse.text(
        "A WebSocket is opened with Host, Sec-WebSocket-Key and Sec-WebSocket-Version: 13.\n", status: 400)
      response.headers.append(("sec-websocket-version", "13"))
      return response
    }
    guard offers(options.subprotocol) else {
      return .text("The subprotocol \(options.subprotocol) must be offered here.\n", status: 400)
    }
    guard isAllowedOrigin(options.allowedOrigins) else {
      return .text("Pages of this origin may not connect here.\n", status: 403)
    }
    return nil
  }

  private func offers(_ name: String) -> Bool {
    subprotocols.split(separator: ",").contains { part in
      part.drop { $0 == " " || $0 == "\t" }.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map {
        $0 == name
      } ?? false
    }
  }

  /// Browsers always send an Origin; who sends none is none, and could send any.
  private func isAllowedOrigin(_ allowed: [String]) -> Bool {
    guard let origin = origin?.lowercased() else { return true }
    let own = host.lowercased()
    return origin == "http://\(own)" || origin == "https://\(own)"
      || allowed.contains { $0.lowercased() == origin }
  }
}
