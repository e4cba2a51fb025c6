import GRDB

/// The journal's tables and their version.
enum JournalSchema {
  /// Kept in the database's `user_version`; a change to the tables or to the JSON of a change counts it up.
  static let version = 2

  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// Refuses what another Tertulia wrote: it is neither read wrongly nor written to.
  static func check(_ found: Int, path: String) throws(JournalError) {
    if found > version { throw .newer(path: path, version: found) }
    if found < version { throw .older(path: path, version: found) }
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
