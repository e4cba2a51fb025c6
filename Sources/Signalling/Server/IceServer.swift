/// A STUN or TURN server, as `RTCPeerConnection` takes it.
public struct IceServer: Hashable, Sendable {
  public var urls: [String]
  public var username: String?
  public var credential: String?

  public init(urls: [String], username: String? = nil, credential: String? = nil) {
    self.urls = urls
    self.username = username
    self.credential = credential
  }
}

extension IceServer: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      urls: try json.required("urls").list { (url) throws(ProtocolError) in try url.string() },
      username: try json["username"]?.string(), credential: try json["credential"]?.string())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("urls", urls)
    json.optional("username", username)
    json.optional("credential", credential)
    json.close()
  }
}
