import Dispatch
public import Foundation
import GRDB
public import Rounds
import Synchronization

/// What is remembered: an append-only record of every gathering's changes, in SQLite.
///
/// Entries are written on a thread of the journal's own, as many as have come together in one transaction, so that
/// the loop never waits for a disk and a burst costs one flush.
public final class Journal: Sendable {
  private struct Pending {
    var entries: [JournalEntry] = []
    /// The number of the last entry handed in, counted from 1 since the start.
    var last = 0
    var isScheduled = false
  }

  private let path: String
  private let database: DatabasePool
  private let queue = DispatchQueue(label: "tertulia.journal")
  private let pending = Mutex(Pending())
  private let retryAfter = DispatchTimeInterval.seconds(1)

  /// Opens the journal of a data directory, and makes both where there is none.
  ///
  /// - Throws: `cannotOpen`, or `newer` for one of a later format, which is left untouched.
  public init(directory: URL) throws(JournalError) {
    path = directory.appending(path: "journal.sqlite").path
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // In WAL mode only FULL survives a power cut with everything that was acknowledged.
      try database.execute(sql: "PRAGMA synchronous = FULL")
    }
    let found: Int
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      database = try DatabasePool(path: path, configuration: configuration)
      found = try database.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
      if found == 0 { try database.write(JournalSchema.create) }
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
    if found > JournalSchema.version { throw .newer(path: path, version: found) }
  }

  /// Every gathering as its changes left it.
  public func gatherings(policy: Policy) throws(JournalError) -> [Gathering] {
    do {
      return try database.read { database in
        try Row.fetchAll(database, sql: "SELECT * FROM gathering ORDER BY id").map { row in
          guard let id = GatheringID(row["id"]) else {
            throw JournalError.corrupt(path: path, reason: "a gathering has no valid id")
          }
          var gathering = Gathering(
            id: id, title: row["title"], locale: row["locale"], isOpen: row["isOpen"], policy: policy)
          try replay(onto: &gathering, database)
          return gathering
        }
      }
    } catch let error as JournalError {
      throw error
    } catch {
      throw .corrupt(path: path, reason: "\(error)")
    }
  }

  private func replay(onto gathering: inout Gathering, _ database: Database) throws {
    let decoder = JSONDecoder()
    let changes = try Row.fetchCursor(
      database, sql: "SELECT at, change FROM change WHERE gathering = ? ORDER BY number",
      arguments: [gathering.id.description])
    while let row = try changes.next() {
      let text: String = row["change"]
      gathering.apply(
        try decoder.decode(Change.self, from: Data(text.utf8)), at: Instant(milliseconds: row["at"]))
    }
  }

  /// Takes entries to be written soon.
  ///
  /// - Parameters:
  ///   - entries: in the order in which they happened.
  ///   - told: called on the journal's thread after each attempt that concerns these or earlier entries: with the
  ///     number of the last entry that is durable, or with the error. After an error it is tried again for ever.
  /// - Returns: the number of the last entry handed in.
  @discardableResult
  public func append(
    _ entries: [JournalEntry], told: @escaping @Sendable (Result<Int, JournalError>) -> Void
  ) -> Int {
    pending.withLock { pending in
      pending.entries += entries
      pending.last += entries.count
      if !pending.isScheduled {
        pending.isScheduled = true
        queue.async { self.drain(told) }
      }
      return pending.last
    }
  }

  private func drain(_ told: @escaping @Sendable (Result<Int, JournalError>) -> Void) {
    let (entries, last) = pending.withLock { pending in
      defer { pending.entries = [] }
      pending.isScheduled = false
      return (pending.entries, pending.last)
    }
    if entries.isEmpty { return }
    do {
      try write(entries)
      told(.success(last))
    } catch {
      pending.withLock { pending in
        pending.entries = entries + pending.entries
        pending.isScheduled = true
      }
      queue.asyncAfter(deadline: .now() + retryAfter) { self.drain(told) }
      told(.failure(.cannotWrite(reason: "\(error)")))
    }
  }

  private func write(_ entries: [JournalEntry]) throws {
    let encoder = JSONEncoder()
    try database.writeWithoutTransaction { database in
      try database.inTransaction(.immediate) {
        let create = try database.cachedStatement(
          sql: "INSERT INTO gathering (id, title, locale, isOpen) VALUES (?, ?, ?, ?)")
        let change = try database.cachedStatement(
          sql: "INSERT INTO change (gathering, at, change) VALUES (?, ?, ?)")
        for entry in entries {
          switch entry {
          case .created(let id, let title, let locale, let isOpen):
            try create.execute(arguments: [id.description, title, locale, isOpen])
          case .changed(let id, let at, let what):
            let text = String(decoding: try encoder.encode(what), as: UTF8.self)
            try change.execute(arguments: [id.description, at.milliseconds, text])
          }
        }
        return .commit
      }
    }
  }

  /// Waits until everything that was handed in has been tried once.
  public func flush() {
    queue.sync {}
  }
}
