/// What is answered to a request. The length, and the headers of ``ServerOptions/responseHeaders``, are added to it;
/// the body isn't sent in answer to HEAD.
public struct HTTPResponse: Sendable {
  public var status: Int
  /// Empty: no such header.
  public var contentType: String
  /// Names in lower case.
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(
    status: Int, contentType: String = "text/plain; charset=utf-8",
    headers: [(name: String, value: String)] = [], body: [UInt8]
  ) {
    self.status = status
    self.contentType = contentType
    self.headers = headers
    self.body = body
  }

  /// A short text, not to be kept by caches.
  public static func text(
    _ text: String, status: Int = 200, contentType: String = "text/plain; charset=utf-8"
  ) -> HTTPResponse {
    HTTPResponse(
      status: status, contentType: contentType, headers: [("cache-control", "no-store")],
      body: Array(text.utf8))
  }

  public static let badRequest = text("This request can't be understood.\n", status: 400)
  public static let notFound = text("There is nothing here.\n", status: 404)
  public static let methodNotAllowed: HTTPResponse = {
    var response = text("Only GET and HEAD are answered here.\n", status: 405)
    response.headers.append(("allow", "GET, HEAD"))
    return response
  }()
}
