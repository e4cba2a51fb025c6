/// Why a command cannot be carried out: one sentence that says what is wrong and what would be right.
public struct Refusal: Error, Hashable, Sendable {
  /// The wire's error codes that the rules of a gathering can lead to.
  public enum Reason: String, Sendable {
    case conflict
    case forbidden
    case notFound = "not-found"
    case unavailable
  }

  public let reason: Reason
  public let sentence: String

  public init(_ reason: Reason, _ sentence: String) {
    self.reason = reason
    self.sentence = sentence
  }
}
