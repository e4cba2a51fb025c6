public import Rounds

/// The message `ok`: a request with an `id` was done.
public struct Answer: Hashable, Sendable {
  public enum Body: Hashable, Sendable {
    case empty
    case phase(Phase)
    case roster(Roster)
    case gatherings([GatheringSummary])
    case created(GatheringCreated)
    case guests([GuestLink])
    case link(String)
    case status(Status)
  }

  /// The request's `id`.
  public var re: String
  public var body: Body

  public init(re: String, _ body: Body = .empty) {
    self.re = re
    self.body = body
  }
}
