import GRDB

/// The journal's tables and their version.
enum JournalSchema {
  /// Kept in the database's `user_version`; a change to the tables or to the JSON of a change counts it up.
  static let version = 1

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
          gathering TEXT NOT NULL REFERENCES gathering(id),
          at INTEGER NOT NULL,
          change TEXT NOT NULL
        ) STRICT;
        CREATE INDEX changeOfGathering ON change(gathering, number);
        PRAGMA user_version = \(version);
        """)
  }
}
