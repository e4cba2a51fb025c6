public import Rounds

/// One thing to remember.
public enum JournalEntry: Sendable {
  /// A gathering begins; its changes follow.
  case created(GatheringID, title: String, locale: String, isOpen: Bool)
  case changed(GatheringID, at: Instant, Change)
}
