public import Rounds

/// What a client says to the server.
///
/// A server hands every frame to ``Envelope`` first and decodes here only what that leaves to it.
public struct ClientMessage: Hashable, Sendable {
  /// Wanted back in the answer's `re`; without it success goes unanswered.
  public var id: String?
  /// The gathering that an organizer for all gatherings speaks of; in a join, the open gathering.
  public var gathering: GatheringID?
  public var request: Request

  public init(_ request: Request, id: String? = nil, gathering: GatheringID? = nil) {
    self.id = id
    self.gathering = gathering
    self.request = request
  }
}
