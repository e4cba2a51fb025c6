/// Why a frame or a request is refused. On the wire it is the message `error`.
public struct ProtocolError: Error, Hashable, Sendable {
  public let code: ErrorCode
  /// One sentence that says what is wrong and what would be right.
  public let message: String
  /// The `id` of the request that failed, where it had one that could be read.
  public var re: String?

  public init(_ code: ErrorCode, _ message: String, re: String? = nil) {
    self.code = code
    self.message = message
    self.re = re
  }
}

extension ProtocolError {
  static func malformed(_ message: String) -> ProtocolError { ProtocolError(.malformed, message) }
}

extension ProtocolError {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      try json.required("code").word(), try json.required("message").string(), re: try json["re"]?.string())
  }

  func writeFields(to json: inout JSONWriter) {
    json.optional("re", re)
    json.field("code", code)
    json.field("message", message)
  }
}

extension ErrorCode: JSONWritable {}
