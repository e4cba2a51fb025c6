import Foundation
import GRDB

/// The journal's tables and their version.
enum JournalSchema {
  /// Kept in the database's `user_version`; a change to the tables or to the JSON of a change counts it up.
  static let version = 2

  private static let readOnly = {
    var configuration = Configuration()
    configuration.readonly = true
    return configuration
  }()

  /// Opens a journal that is there without writing to it, not even to its header.
  ///
  /// - Throws: what another program or another Tertulia wrote is refused: it is neither read wrongly nor written to.
  /// - Returns: nil if there is none, or one that ended before its tables were made.
  static func inspect(path: String) throws(JournalError) -> DatabaseQueue? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    let queue: DatabaseQueue
    let found: Int
    let tables: Int
    do {
      queue = try DatabaseQueue(path: path, configuration: readOnly)
      (found, tables) = try queue.read { database in
        (
          try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
          try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        )
      }
    } catch {
      throw JournalError(opening: path, error)
    }
    if found == 0, tables == 0 { return nil }
    if found == 0 { throw .corrupt(path: path, reason: "it is another program's database") }
    if found > version { throw .newer(path: path, version: found) }
    if found < version { throw .older(path: path, version: found) }
    return queue
  }

  static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE gathering (
          id TEXT PRIMARY KEY NOT NULL,
          title TEXT NOT NULL,
          locale TEXT NOT NULL,
          isOpen INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE change (
          number INTEGER PRIMARY KEY,
          gathering TEXT NOT NULL REFERENCES gathering(id) ON DELETE CASCADE,
          at INTEGER NOT NULL,
          change TEXT NOT NULL
        ) STRICT;
        CREATE INDEX changeOfGathering ON change(gathering, number);
        CREATE TABLE snapshot (
          gathering TEXT PRIMARY KEY NOT NULL REFERENCES gathering(id) ON DELETE CASCADE,
          changes INTEGER NOT NULL,
          format INTEGER NOT NULL,
          state BLOB NOT NULL
        ) STRICT;
        PRAGMA user_version = \(version);
        """)
  }
}
