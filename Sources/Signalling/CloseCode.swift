/// Why the server ends a connection; the raw value is the WebSocket close code.
public enum CloseCode: UInt16, Sendable, CaseIterable {
  /// The server goes down.
  case goingDown = 1001
  /// No valid `join` in time, a bad token, or abuse that goes on after `rate-limited`.
  case refused = 1008
  /// A frame over `limits.messageBytes`.
  case tooLarge = 1009
  /// The outbound queue is full: the client reads too slowly.
  case tooSlow = 4000
  /// The same person came in elsewhere.
  case joinedElsewhere = 4501
  /// Removed by a host.
  case removed = 4502
  /// The gathering is over.
  case gatheringOver = 4503

  /// Whether a client should connect again, with `resume`.
  public var comesBack: Bool {
    switch self {
    case .goingDown, .tooSlow: true
    case .refused, .tooLarge, .joinedElsewhere, .removed, .gatheringOver: false
    }
  }

  /// The sentence of the close frame, within the 123 bytes that WebSocket allows.
  public var reason: String {
    switch self {
    case .goingDown: "The server goes down; connect again with resume."
    case .refused: "No valid join arrived in time, or its token does not hold."
    case .tooLarge: "A frame was longer than limits.messageBytes."
    case .tooSlow: "The connection reads too slowly; connect again with resume."
    case .joinedElsewhere: "The same person came in elsewhere."
    case .removed: "A host removed this person."
    case .gatheringOver: "The gathering is over."
    }
  }
}
