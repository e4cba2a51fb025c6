/// Where and how to serve.
public struct ServerOptions: Sendable {
  /// A numeric address of this machine, or `localhost`; `0.0.0.0` and `::` mean all of them.
  public var address: String
  /// 0 means any free one; ``ServiceLoop/port`` tells which it became.
  public var port: Int
  /// The WebSocket subprotocol that a client must offer.
  public var subprotocol: String
  /// Where WebSockets are opened; everything else is HTTP.
  public var path = "/ws"
  /// Origins beside the server's own whose pages may connect, such as `https://coffee.example.org`.
  public var allowedOrigins: [String] = []
  /// The largest incoming message; a larger one closes its connection with 1009.
  public var messageBytes = Limits.messageBytes
  /// How much may be sent to a reader who still hasn't taken what was written before; more closes with 4000. A single
  /// frame may be larger.
  public var outboundBytes = Limits.outboundBytes
  /// After this long without a word a connection is pinged; after as long again it is lost.
  public var pingMilliseconds = Limits.pingMilliseconds
  /// Headers of every response, names in lower case.
  public var responseHeaders = SecurityHeaders.standard

  public init(address: String = "127.0.0.1", port: Int = 8080, subprotocol: String) {
    self.address = address
    self.port = port
    self.subprotocol = subprotocol
  }
}
