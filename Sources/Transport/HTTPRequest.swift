/// What somebody asked for by GET or HEAD.
public struct HTTPRequest: Sendable, Equatable {
  /// `GET` or `HEAD`.
  public var method: String
  /// Percent-decoded; starts with a slash.
  public var path: String
  /// Percent-decoded; the last of equal names counts.
  public var query: [String: String]
  /// The Host header; empty when there was none.
  public var host: String
  /// The If-None-Match header.
  public var ifNoneMatch: String?

  public init(
    method: String = "GET", path: String, query: [String: String] = [:], host: String = "",
    ifNoneMatch: String? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.host = host
    self.ifNoneMatch = ifNoneMatch
  }
}
