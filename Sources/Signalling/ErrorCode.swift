/// What went wrong, in a word that a program can act on; the raw value is the wire's.
public enum ErrorCode: String, Sendable, CaseIterable {
  /// Not JSON, or a field is missing or of the wrong type or outside of its range.
  case malformed
  /// No message has that `type`.
  case unknownType = "unknown-type"
  /// Longer than a limit allows.
  case tooLarge = "too-large"
  /// Not joined yet, or the token doesn't hold.
  case unauthorized
  /// Joined, but not allowed to do this.
  case forbidden
  /// Names a gathering, room or person that isn't there.
  case notFound = "not-found"
  /// Doesn't fit the state of the gathering; somebody else may have been quicker.
  case conflict
  /// Too many of these in too short a time.
  case rateLimited = "rate-limited"
  /// Known, but not done by this server.
  case unsupported
  /// Can't be done just now; the same request may succeed later.
  case unavailable
}
