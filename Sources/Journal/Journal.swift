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

  static let fileName = "journal.sqlite"

  let database: DatabasePool
  private let lock: DirectoryLock
  private let queue = DispatchQueue(label: "tertulia.journal")
  private let pending = Mutex(Pending())
  private let retryAfter = DispatchTimeInterval.seconds(1)

  /// Opens the journal of a data directory, and makes both where there is none.
  ///
  /// What is there is read first, without a byte being written: a file that can't be read stays as it is.
  /// - Parameter policy: for the gatherings.
  /// - Returns: the journal, and every gathering as its changes left it.
  /// - Throws: `inUse`, `cannotOpen`, `corrupt`, or `newer` for one of a later format.
  public static func open(directory: URL, policy: Policy) throws(JournalError) -> (
    journal: Journal, gatherings: [JournalReader.Recovered]
  ) {
    let path = directory.appending(path: fileName).path
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    } catch {
      throw .cannotOpen(path: path, reason: error.localizedDescription)
    }
    let lock = try DirectoryLock(directory: directory)
    guard let found = try JournalSchema.inspect(path: path) else {
      return (try Journal(path: path, lock: lock, isNew: true), [])
    }
    let gatherings = try JournalReader(path: path, database: found).gatherings(policy: policy)
    return (try Journal(path: path, lock: lock, isNew: false), gatherings)
  }

  private init(path: String, lock: DirectoryLock, isNew: Bool) throws(JournalError) {
    self.lock = lock
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      // What is deleted is to be gone from the file, not only from the tables.
      try database.execute(sql: "PRAGMA secure_delete = ON")
    }
    do {
      database = try DatabasePool(path: path, configuration: configuration)
      // GRDB opens a pool with NORMAL; in WAL mode only FULL survives a power cut with all that was acknowledged.
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      if isNew { try database.write(JournalSchema.create) }
    } catch {
      throw JournalError(opening: path, error)
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
      told(.failure(.cannotWrite(reason: (error as? DatabaseError)?.message ?? "\(error)")))
    }
  }

  private func write(_ entries: [JournalEntry]) throws {
    let encoder = JSONEncoder()
    var purges = false
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
          case .snapshot(let snapshot):
            try snapshot.write(to: database)
          case .purged(let id):
            try database.execute(sql: "DELETE FROM gathering WHERE id = ?", arguments: [id.description])
            purges = true
          }
        }
        return .commit
      }
      // The log still holds what was deleted until it is written back and cut: now, or when nobody reads any more.
      if purges { _ = try? database.checkpoint(.truncate) }
    }
  }

  /// Waits until everything that was handed in has been tried once.
  public func flush() {
    queue.sync {}
  }

  /// Writes what was handed in and lets another server have the directory; nothing may be handed in afterwards.
  public func close() {
    flush()
    lock.release()
  }
}
