internal import CLibwebsockets

/// A request that the library has read, and the way back. Valid during a callback.
struct HTTPExchange {
  private let socket: OpaquePointer

  init(_ socket: OpaquePointer) { self.socket = socket }

  /// `GET` or `HEAD`; nil for all others.
  var method: String? {
    if lws_hdr_total_length(socket, WSI_TOKEN_GET_URI) > 0 { return "GET" }
    if lws_hdr_total_length(socket, WSI_TOKEN_HEAD_URI) > 0 { return "HEAD" }
    return nil
  }

  /// The request; nil when it is neither GET nor HEAD or names nothing.
  func request() -> HTTPRequest? {
    guard let method else { return nil }
    guard let path = header(method == "GET" ? WSI_TOKEN_GET_URI : WSI_TOKEN_HEAD_URI), path.first == "/"
    else {
      return nil
    }
    return HTTPRequest(
      method: method, path: path, query: query(), host: header(WSI_TOKEN_HOST) ?? "",
      ifNoneMatch: header(WSI_TOKEN_HTTP_IF_NONE_MATCH))
  }

  /// What is wanted by who asks for another protocol; nil when nothing is left of the request.
  func upgradeRequest() -> UpgradeRequest? {
    guard let name = header(WSI_TOKEN_UPGRADE) else { return nil }
    return UpgradeRequest(
      upgrade: name, path: header(WSI_TOKEN_GET_URI) ?? "", host: header(WSI_TOKEN_HOST) ?? "",
      origin: header(WSI_TOKEN_ORIGIN), subprotocols: header(WSI_TOKEN_PROTOCOL) ?? "",
      version: header(WSI_TOKEN_VERSION) ?? "", key: header(WSI_TOKEN_KEY) ?? "")
  }

  /// Writes a whole response; false when the connection is broken.
  @discardableResult
  func write(_ response: HTTPResponse, to method: String, extra: [(name: String, value: String)]) -> Bool {
    var bytes = HTTPMessage.bytes(of: response, to: method, extra: extra)
    // The library keeps what the kernel doesn't take at once.
    let written = lws_write(socket, &bytes, bytes.count, LWS_WRITE_HTTP)
    guard written >= 0 else { return false }
    if lws_partial_buffered(socket) != 0 {
      lws_set_timeout(socket, PENDING_TIMEOUT_HTTP_CONTENT, Limits.responseSeconds)
    }
    return true
  }

  /// Makes the connection ready for the next request; what a callback answers.
  func finish() -> Int32 { lws_http_transaction_completed(socket) == 0 ? 0 : -1 }

  private func header(_ token: lws_token_indexes) -> String? {
    let length = lws_hdr_total_length(socket, token)
    guard length > 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(length) + 1) { buffer in
      text(buffer, lws_hdr_copy(socket, buffer.baseAddress, Int32(buffer.count), token))
    }
  }

  private func query() -> [String: String] {
    let length = lws_hdr_total_length(socket, WSI_TOKEN_HTTP_URI_ARGS)
    guard length > 0 else { return [:] }
    var query: [String: String] = [:]
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(length) + 1) { buffer in
      var index: Int32 = 0
      while let part = text(
        buffer,
        lws_hdr_copy_fragment(
          socket, buffer.baseAddress, Int32(buffer.count), WSI_TOKEN_HTTP_URI_ARGS, index))
      {
        let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        query[String(halves[0])] = halves.count > 1 ? String(halves[1]) : ""
        index += 1
      }
    }
    return query
  }

  private func text(_ buffer: UnsafeMutableBufferPointer<CChar>, _ length: Int32) -> String? {
    guard length > 0 else { return nil }
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<Int(length)]),
      as: UTF8.self)
  }
}
