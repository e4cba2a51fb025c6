import Foundation
import GRDB
public import Rounds

/// A gathering as it was after so many changes: only there to make recovery short, never needed.
public struct Snapshot: Sendable {
  /// Counts up with every change to what a ``Gathering`` stores; a snapshot of another format is not looked at.
  private static let format = 2

  public let id: GatheringID
  public let changes: Int
  private let state: Data

  /// Encodes the gathering, which takes a while for thousands of people: not for the service loop.
  ///
  /// - Parameter changes: how many changes led to it.
  public init(_ gathering: Gathering, changes: Int) throws {
    id = gathering.id
    self.changes = changes
    state = try JSONEncoder().encode(gathering)
  }

  func write(to database: Database) throws {
    // A gathering may have been purged while its snapshot was made.
    try database.execute(
      sql: """
        INSERT OR REPLACE INTO snapshot (gathering, changes, format, state)
        SELECT id, ?, ?, ? FROM gathering WHERE id = ?
        """,
      arguments: [changes, Self.format, state, id.description])
  }

  /// Nil if there is none, or none that can be read.
  static func fetch(_ id: GatheringID, _ database: Database) throws -> (gathering: Gathering, changes: Int)? {
    let row = try Row.fetchOne(
      database, sql: "SELECT changes, state FROM snapshot WHERE gathering = ? AND format = ?",
      arguments: [id.description, format])
    guard let row, let gathering = try? JSONDecoder().decode(Gathering.self, from: row["state"] as Data)
    else { return nil }
    return (gathering, row["changes"])
  }
}
