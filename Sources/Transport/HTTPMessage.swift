/// A response as it goes over the wire.
enum HTTPMessage {
  static func bytes(
    of response: HTTPResponse, to method: String, extra: [(name: String, value: String)]
  ) -> [UInt8] {
    var head = "HTTP/1.1 \(response.status) \(reason(response.status))\r\n"
    func add(_ name: String, _ value: String) {
      // A line break would start another header.
      head += "\(name): \(value.filter { !$0.isNewline })\r\n"
    }
    for header in response.headers { add(header.name, header.value) }
    for header in extra { add(header.name, header.value) }
    if !response.contentType.isEmpty { add("content-type", response.contentType) }
    if response.status != 304 { add("content-length", String(response.body.count)) }
    head += "\r\n"
    var bytes = Array(head.utf8)
    if method != "HEAD", response.status != 304 { bytes += response.body }
    return bytes
  }

  private static func reason(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 426: "Upgrade Required"
    case 500: "Internal Server Error"
    case 503: "Service Unavailable"
    default: status < 400 ? "OK" : "Error"
    }
  }
}
