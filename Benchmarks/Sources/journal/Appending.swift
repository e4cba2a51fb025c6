import Foundation
import GRDB
import Journal
import Pairing
import Rounds

/// Changes a second beside SQLite without a journal around it, and what waiting for the disk adds.
enum Appending {
  private static let burst = 20_000
  private static let single = 200

  static func print(in directory: URL) async throws {
    let id = GatheringID("measured")!
    let journal = try Journal.open(directory: directory, policy: Policy()).journal
    _ = await append([.created(id, title: "", locale: "en", isOpen: true)], journal)

    var start = ContinuousClock.now
    await withCheckedContinuation { continuation in
      for number in 1...burst {
        journal.append([change(number, id)]) { result in
          if case .success(burst + 1) = result { continuation.resume() }
        }
      }
    }
    let ours = start.duration(to: .now)

    var waits: [Duration] = []
    for number in 1...single {
      start = .now
      _ = await append([change(number, id)], journal)
      waits.append(start.duration(to: .now))
    }
    waits.sort()

    let (together, apart) = try bare(directory.appending(path: "bare.sqlite"))
    Swift.print("| what | changes a second | beside bare SQLite |")
    Swift.print("| --- | --- | --- |")
    Swift.print(
      "| a burst of \(burst), group commit | \(rate(burst, ours)) | \(ratio(ours / Double(burst), together)) the time of one transaction |"
    )
    Swift.print(
      "| one after another, each waited for | \(rate(single, waits.reduce(.zero, +))) | \(ratio(waits[single / 2], apart)) the time of a transaction each |"
    )
    Swift.print(
      "\nUntil one change is durable: \(milliseconds(waits[single / 2])) in the middle, \(milliseconds(waits[single * 99 / 100])) at p99.\n"
    )
    journal.close()
  }

  private static func change(_ number: Int, _ id: GatheringID) -> JournalEntry {
    .changed(
      id, at: Instant(milliseconds: Int64(number)),
      .wished(person: PersonID(rawValue: number), of: PersonID(rawValue: number + 1), on: true))
  }

  private static func append(_ entries: [JournalEntry], _ journal: Journal) async -> Int {
    await withCheckedContinuation { continuation in
      journal.append(entries) { result in
        if case .success(let last) = result { continuation.resume(returning: last) }
      }
    }
  }

  /// The same rows as text: in one transaction, for each row; and in a transaction of its own, in the middle.
  private static func bare(_ path: URL) throws -> (together: Duration, apart: Duration) {
    let database = try DatabaseQueue(path: path.path)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")
      try database.execute(
        sql: "CREATE TABLE change (number INTEGER PRIMARY KEY, gathering TEXT, at INTEGER, change TEXT)")
    }
    func insert(_ number: Int, _ database: Database) throws {
      try database.cachedStatement(sql: "INSERT INTO change (gathering, at, change) VALUES (?, ?, ?)")
        .execute(arguments: [
          "measured", number, #"{"wished":{"person":\#(number),"of":\#(number + 1),"on":true}}"#,
        ])
    }
    var start = ContinuousClock.now
    try database.write { database in for number in 1...burst { try insert(number, database) } }
    let together = start.duration(to: .now) / Double(burst)
    var each: [Duration] = []
    for number in 1...single {
      start = .now
      try database.write { try insert(number, $0) }
      each.append(start.duration(to: .now))
    }
    return (together, each.sorted()[single / 2])
  }
}

func rate(_ count: Int, _ time: Duration) -> String { "\(Int(Double(count) / (time / .seconds(1))))" }

func ratio(_ one: Duration, _ other: Duration) -> String { String(format: "%.1f ×", one / other) }

func milliseconds(_ time: Duration) -> String { String(format: "%.1f ms", time / .milliseconds(1)) }
