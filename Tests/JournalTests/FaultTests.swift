import Foundation
import GRDB
import Journal
import Pairing
import Rounds
import Synchronization
import Testing

@Suite struct FaultTests {
  let directory = FileManager.default.temporaryDirectory.appending(path: "faults-\(UUID().uuidString)")
  let cafe = GatheringID("cafe")!

  @discardableResult
  private func open() throws(JournalError) -> Journal {
    try Journal.open(directory: directory, policy: Policy()).journal
  }

  private var path: String { directory.appending(path: "journal.sqlite").path }

  @Test("A journal of a newer format is refused, and no byte of it changes")
  func newer() throws {
    try write(1)
    try change("PRAGMA user_version = 99")
    let before = try bytes()
    #expect(throws: JournalError.newer(path: path, version: 99)) { try open() }
    #expect(throws: JournalError.newer(path: path, version: 99)) { try JournalReader(directory: directory) }
    #expect(try bytes() == before)
  }

  @Test("Another program's database is refused, and no byte of it changes")
  func foreign() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    try change("CREATE TABLE song (title TEXT)")
    let before = try bytes()
    #expect(throws: JournalError.corrupt(path: path, reason: "it is another program's database")) {
      try open()
    }
    #expect(try bytes() == before)
  }

  @Test("A journal whose server died before its tables were made is a new one")
  func empty() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    for file in [Data(), try pages()] {
      try file.write(to: URL(fileURLWithPath: path))
      try write(1)
      #expect(try rounds() == [1])
      try FileManager.default.removeItem(at: directory.appending(path: "journal.sqlite"))
    }
  }

  /// A database with nothing in it but its header.
  private func pages() throws -> Data {
    let other = FileManager.default.temporaryDirectory.appending(path: "empty-\(UUID().uuidString).sqlite")
    let database = try DatabaseQueue(path: other.path)
    try database.inDatabase { try $0.execute(sql: "PRAGMA user_version = 1; PRAGMA user_version = 0") }
    return try Data(contentsOf: other)
  }

  @Test("A journal that lost its end is damaged, and no byte of it changes")
  func truncated() throws {
    try write(200)
    let whole = try bytes()
    try whole.prefix(whole.count / 2 + 100).write(to: URL(fileURLWithPath: path))
    let before = try bytes()
    let error = #expect(throws: JournalError.self) {
      try open()
    }
    guard case .corrupt = error else {
      Issue.record("\(error.map(String.init(describing:)) ?? "nothing") was thrown")
      return
    }
    #expect(try bytes() == before)
  }

  @Test("An entry that cannot be read is named by its number")
  func unreadable() throws {
    try write(3)
    try change("UPDATE change SET change = 'x' WHERE number = 2")
    #expect(throws: JournalError.corrupt(path: path, reason: "entry 2 of cafe cannot be read")) {
      try JournalReader(directory: directory).gatherings(policy: Policy())
    }
  }

  @Test("What could not be written is written later: all of it, in its order")
  func order() async throws {
    let journal = try open()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let blocker = try DatabaseQueue(path: path, configuration: configuration)
    try blocker.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    let (results, told) = AsyncStream<Bool>.makeStream()
    for number in 0..<30 {
      journal.append([number == 0 ? created : ended(number)]) {
        if case .success(30) = $0 { told.finish() } else { told.yield(true) }
      }
      // The first attempt fails with some of them; the others come while it waits.
      if number == 10 { for await _ in results { break } }
    }
    try blocker.inDatabase { try $0.execute(sql: "COMMIT") }
    for await _ in results {}
    #expect(try rounds() == Array(1..<30))
  }

  // MARK: Setting up

  /// One entry for each round, and everything in the file itself.
  private func write(_ count: Int) throws {
    let journal = try open()
    journal.append([created] + (1...count).map(ended)) { _ in }
    journal.flush()
    try change("PRAGMA wal_checkpoint(TRUNCATE)")
  }

  private var created: JournalEntry { .created(cafe, title: "Café", locale: "es", isOpen: true) }

  private func ended(_ round: Int) -> JournalEntry {
    .changed(cafe, at: Instant(milliseconds: Milliseconds(round)), .ended(round: round))
  }

  private func rounds() throws -> [Int] {
    let (_, changes) = try #require(try JournalReader(directory: directory).record(of: cafe))
    return changes.map {
      if case .ended(let round) = $0.change { round } else { 0 }
    }
  }

  private func change(_ sql: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.inDatabase { try $0.execute(sql: sql) }
    try database.close()
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }
}
