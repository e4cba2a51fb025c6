public import Rounds

/// One thing to remember, or to forget.
public enum JournalEntry: Sendable {
  /// A gathering begins; its changes follow.
  case created(GatheringID, title: String, locale: String, isOpen: Bool)
  case changed(GatheringID, at: Instant, Change)
  case snapshot(Snapshot)
  /// Everything of the gathering is gone for good, from the file's free pages too.
  case purged(GatheringID)
}
