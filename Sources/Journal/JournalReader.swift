public import Foundation
import GRDB
public import Rounds

/// Reads what a journal remembers, whether a server is writing to it or not.
public struct JournalReader {
  /// A gathering as its changes left it.
  public struct Recovered {
    public let gathering: Gathering
    /// How many changes that took, all in all.
    public let changes: Int
    /// How many of them came from a snapshot.
    public let fromSnapshot: Int
    /// When the last of them was made; nil without any.
    public let lastChange: Instant?
  }

  private let path: String
  private let database: DatabaseQueue

  init(path: String, database: DatabaseQueue) {
    self.path = path
    self.database = database
  }

  /// Opens the journal of a data directory for reading only.
  ///
  /// - Throws: `cannotOpen` if there is none, or one of another format.
  public init(directory: URL) throws(JournalError) {
    path = directory.appending(path: Journal.fileName).path
    guard let found = try JournalSchema.inspect(path: path) else {
      throw .cannotOpen(path: path, reason: "there is none")
    }
    database = found
  }

  /// Every gathering.
  public func gatherings(policy: Policy) throws(JournalError) -> [Recovered] {
    try read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM gathering ORDER BY id").map { row in
        try recover(begin(row, policy), policy, database)
      }
    }
  }

  /// A gathering as it was created, and all its changes since, in order; nil if there is none of that id.
  public func record(of id: GatheringID) throws(JournalError) -> (Gathering, [(at: Instant, change: Change)])?
  {
    try read { database in
      let row = try Row.fetchOne(
        database, sql: "SELECT * FROM gathering WHERE id = ?", arguments: [id.description])
      guard let row else { return nil }
      var changes: [(at: Instant, change: Change)] = []
      try eachChange(of: id, after: 0, database) { changes.append(($0, $1)) }
      return (try begin(row, Policy()), changes)
    }
  }

  private func begin(_ row: Row, _ policy: Policy) throws -> Gathering {
    guard let id = GatheringID(row["id"]) else {
      throw JournalError.corrupt(path: path, reason: "a gathering has no valid id")
    }
    return Gathering(
      id: id, title: row["title"], locale: row["locale"], isOpen: row["isOpen"], policy: policy)
  }

  private func recover(_ new: Gathering, _ policy: Policy, _ database: Database) throws -> Recovered {
    let snapshot = try Snapshot.fetch(new.id, database)
    var gathering = snapshot?.gathering.under(policy) ?? new
    var count = snapshot?.changes ?? 0
    var last: Instant?
    try eachChange(of: new.id, after: count, database) { at, change in
      gathering.apply(change, at: at)
      count += 1
      last = at
    }
    if last == nil {
      last = try Int64.fetchOne(
        database, sql: "SELECT at FROM change WHERE gathering = ? ORDER BY number DESC LIMIT 1",
        arguments: [new.id.description]
      ).map(Instant.init(milliseconds:))
    }
    return Recovered(
      gathering: gathering, changes: count, fromSnapshot: snapshot?.changes ?? 0, lastChange: last)
  }

  private func eachChange(
    of id: GatheringID, after count: Int, _ database: Database, _ body: (Instant, Change) -> Void
  ) throws {
    let decoder = JSONDecoder()
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT number, at, change FROM change WHERE gathering = ? ORDER BY number LIMIT -1 OFFSET ?",
      arguments: [id.description, count])
    while let row = try rows.next() {
      let text: String = row["change"]
      guard let change = try? decoder.decode(Change.self, from: Data(text.utf8)) else {
        let number: Int = row["number"]
        throw JournalError.corrupt(path: path, reason: "entry \(number) of \(id) cannot be read")
      }
      body(Instant(milliseconds: row["at"]), change)
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(JournalError) -> Value {
    do {
      return try database.read(body)
    } catch let error as JournalError {
      throw error
    } catch {
      throw JournalError(opening: path, error)
    }
  }
}
