/// Every limit of the transport: a name, a unit, a reason.
enum Limits {
  /// Bytes of a whole incoming message. An SDP offer of six tracks is below 20 KB.
  static let messageBytes = 65_536
  /// Bytes that may wait for a reader before it is cut off: minutes of ordinary traffic.
  static let outboundBytes = 1_048_576
  /// Milliseconds between two looks at whether a connection is alive: below the 30 s after which many
  /// home routers forget an idle connection.
  static let pingMilliseconds = 25_000
  /// Milliseconds between two looks at a connection that is watched closely.
  static let closeLookMilliseconds = 400
  /// Looks in a row that find such a connection silent before it is given up: an answer may take a second.
  static let silentLooks = 3
  /// Parts of a ping sweep: 10,000 pings at once would hold the loop for 50 ms.
  static let pingSlices: UInt64 = 50
  /// Milliseconds that a closing connection has to take what was sent before and to answer.
  static let closeMilliseconds = 5_000
  /// Milliseconds that all connections have together when the server stops.
  static let stopMilliseconds = 1_000
  /// Bytes of a whole request head. Browsers send below 2 KB; cookies of other sites on the host add to it.
  static let requestHeadBytes: UInt16 = 16_384
  /// Seconds for a request head to arrive, and for an idle HTTP connection to be kept.
  static let requestSeconds: UInt32 = 10
  /// Seconds that a reader has to take a whole response.
  static let responseSeconds: Int32 = 60
  /// Bytes of a static file: the largest asset of a page is far below; each is kept in memory.
  static let staticFileBytes = 16 * 1_048_576
  /// Characters of a static file's path: longer ones name nothing that we have.
  static let staticPathBytes = 1_024
  /// Bytes of a message that the client side accepts: a roster of 10,000 people is about 2 MB.
  static let clientMessageBytes = 64 * 1_048_576
  /// Bytes of the library's buffer: one read, one write.
  static let serviceBufferBytes: UInt32 = 65_536
  /// Bytes of one piece of a message as the library hands it over: measured best for bursts of 3 KB.
  static let pieceBytes = 16_384
  /// Milliseconds between looks at the library's own timeouts. Its libev plugin doesn't notice a shorter
  /// timeout while a longer one is pending, so that one is always short.
  static let libraryTimeoutMilliseconds: Int64 = 100
  /// Rounds in which jobs that jobs have started are run before the sockets get their turn.
  static let jobRounds = 16
  /// Bytes of the reason in a close frame, by RFC 6455.
  static let closeReasonBytes = 123
}
