import Foundation
import GRDB
import Pairing
import Rehearsal
import Rounds
import Synchronization
import Testing

@testable import Journal

@Suite struct JournalTests {
  func open() throws(JournalError) -> Journal {
    try Journal.open(directory: directory, policy: Policy()).journal
  }

  let directory = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")

  @Test("An evening read back is the evening that was lived")
  func roundTrip() throws {
    var evening = try VirtualEvening(people: 7)
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    evening.wait(seconds: 50)
    try evening.give(.disconnect(PersonID(rawValue: 2)))
    try evening.give(.wish(PersonID(rawValue: 1), of: PersonID(rawValue: 3), true))
    evening.wait(seconds: 40)
    try evening.give(.pause)

    let journal = try open()
    let gathering = evening.gathering
    journal.append(
      [.created(gathering.id, title: gathering.title, locale: gathering.locale, isOpen: gathering.isOpen)]
        + evening.record.map { .changed(gathering.id, at: $0.at, $0.change) }
    ) { _ in }
    journal.flush()

    var found = try #require(
      JournalReader(directory: directory).gatherings(policy: gathering.policy).first?.gathering)
    var live = gathering
    // Both trim what they remember of lost connections when they are next told the time.
    found.settle(at: evening.now) { _, _ in }
    live.settle(at: evening.now) { _, _ in }
    #expect(found == live)
  }

  @Test("A snapshot and the changes after it lead to the same evening; one that can't be read is not missed")
  func snapshots() throws {
    var evening = try VirtualEvening(people: 9)
    try evening.give(.setAgenda(Agenda(steps: [AgendaStep(kind: .welcome, content: .lobby(length: nil))])))
    try evening.give(.start(RoundSettings(people: 2, length: 60_000, rounds: 3), inside: 0))
    evening.wait(seconds: 70)
    let (middle, count) = (evening.gathering, evening.record.count)
    try evening.give(.keep(PersonID(rawValue: 1), PersonID(rawValue: 2), .apart))
    try evening.give(.disconnect(PersonID(rawValue: 5)))
    evening.wait(seconds: 60)

    let id = middle.id
    do {
      let journal = try open()
      journal.append(
        [.created(id, title: middle.title, locale: middle.locale, isOpen: middle.isOpen)]
          + evening.record.map { .changed(id, at: $0.at, $0.change) }
          + [.snapshot(try Snapshot(middle, changes: count))]
      ) { _ in }
      journal.flush()
    }
    func found() throws -> JournalReader.Recovered {
      try #require(JournalReader(directory: directory).gatherings(policy: middle.policy).first)
    }
    #expect(try found().gathering == evening.replayed())
    #expect(try found().changes == evening.record.count)
    let database = try DatabaseQueue(path: directory.appending(path: "journal.sqlite").path)
    // Were it read from the changes alone, this one could not be.
    try database.write { try $0.execute(sql: "UPDATE change SET change = 'x' WHERE number = 2") }
    #expect(try found().gathering == evening.replayed())
    try database.write {
      try $0.execute(
        sql:
          "UPDATE snapshot SET state = x'78'; UPDATE change SET change = '{\"uncalled\":{}}' WHERE number = 2"
      )
    }
    #expect(try found().changes == evening.record.count)
  }

  @Test("What is purged is in none of the journal's files any more")
  func purges() throws {
    let journal = try open()
    let id = try #require(GatheringID("cafe"))
    let person = Person(id: PersonID(rawValue: 1), name: "Ana", contact: "ana@example.org")
    journal.append([
      .created(id, title: "Café", locale: "es", isOpen: true),
      .changed(id, at: Instant(milliseconds: 1), .invited(person: person)),
    ]) { _ in }
    journal.flush()
    func isThere() throws -> Bool {
      try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        .contains { try Data(contentsOf: $0).range(of: Data("ana@example.org".utf8)) != nil }
    }
    #expect(try isThere())
    journal.append([.purged(id)]) { _ in }
    journal.flush()
    #expect(try !isThere())
    #expect(try JournalReader(directory: directory).gatherings(policy: Policy()).isEmpty)
  }

  @Test("Every commit waits for the disk: without that a power cut would lose what was acknowledged")
  func waitsForTheDisk() throws {
    #expect(
      try open().database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
  }

  @Test("A second server on the same directory is refused")
  func inUse() throws {
    let first = try open()
    #expect(throws: JournalError.inUse(path: directory.path)) { try open() }
    first.flush()
  }

  @Test("Whoever hands in an entry is told its number once it is durable")
  func durable() async throws {
    let journal = try open()
    let id = try #require(GatheringID("cafe"))
    let last = try await withCheckedThrowingContinuation { continuation in
      journal.append([
        .created(id, title: "Café", locale: "es", isOpen: true),
        .changed(id, at: Instant(milliseconds: 1), .uncalled),
      ]) {
        continuation.resume(with: $0)
      }
    }
    #expect(last == 2)
  }

  @Test("A file that is no database is named, not overwritten")
  func corrupt() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let file = directory.appending(path: "journal.sqlite")
    let garbage = Data(repeating: 0x61, count: 8_192)
    try garbage.write(to: file)
    #expect(throws: JournalError.self) { try open() }
    #expect(try Data(contentsOf: file) == garbage)
  }

  @Test("An entry that cannot be written is tried again, and the failure is told")
  func retried() async throws {
    let journal = try open()
    let id = try #require(GatheringID("cafe"))
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let blocker = try DatabaseQueue(
      path: directory.appending(path: "journal.sqlite").path, configuration: configuration)
    let failures = Mutex(0)
    try blocker.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
    let last: Int = await withCheckedContinuation { continuation in
      journal.append([.created(id, title: "Café", locale: "es", isOpen: true)]) { result in
        switch result {
        case .success(let last): continuation.resume(returning: last)
        case .failure:
          let count = failures.withLock { failures in
            failures += 1
            return failures
          }
          if count == 1 { try? blocker.inDatabase { try $0.execute(sql: "COMMIT") } }
        }
      }
    }
    #expect(last == 1)
    #expect(failures.withLock { $0 } >= 1)
    #expect(try JournalReader(directory: directory).gatherings(policy: Policy()).count == 1)
  }
}
