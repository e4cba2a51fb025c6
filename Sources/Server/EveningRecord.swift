import Foundation
import Journal
public import Rounds

/// What a data directory remembers of one gathering; a server may be writing to it meanwhile.
public struct EveningRecord {
  /// As it was created.
  public let gathering: Gathering
  public let changes: [(at: Instant, change: Change)]

  /// - Throws: an error whose description is a sentence: there is no journal, or it can't be read.
  /// - Returns: nil if the journal has no gathering of that id.
  public init?(of id: GatheringID, data: String) throws {
    guard let (gathering, changes) = try JournalReader(directory: URL(fileURLWithPath: data)).record(of: id)
    else { return nil }
    self.gathering = gathering
    self.changes = changes
  }
}
