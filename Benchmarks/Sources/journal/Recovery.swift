import Foundation
import Journal
import Pairing
import Rounds

/// How long a server needs to know ten thousand people and twenty rounds again.
enum Recovery {
  private static let people = 10_000
  private static let rounds = 20

  static func print(in directory: URL) throws {
    let id = GatheringID("measured")!
    let policy = Policy(effort: .quick)
    var gathering = Gathering(id: id, title: "", locale: "en", isOpen: true, policy: policy)
    var entries: [JournalEntry] = [.created(id, title: "", locale: "en", isOpen: true)]
    var now = Instant(milliseconds: 0)
    var half: Snapshot?
    func note(_ change: Change, _: Gathering) { entries.append(.changed(id, at: now, change)) }
    func give(_ command: Command) throws { try gathering.perform(command, at: now, each: note) }

    for number in 1...people {
      let profile = Profile(
        headline: "One line about guest \(number)", company: "Company \(number % 60)", topics: ["tea"])
      try give(
        .join(
          Arrival(
            subject: "guest-\(number)", name: "Guest \(number)", profile: profile,
            contact: "\(number)@example.org")))
    }
    try give(.start(RoundSettings(people: 4, length: 60_000, rounds: rounds), inside: 0))
    while gathering.roundNumber < rounds || gathering.running != nil {
      if let call = gathering.callToSeat(at: now) {
        try give(.seat(call, seat(gathering.seatingRequest(for: call))))
      }
      guard let next = gathering.nextDeadline(after: now) else { break }
      now = max(now, next)
      gathering.settle(at: now, each: note)
      if gathering.roundNumber == rounds, half == nil {
        half = try Snapshot(gathering, changes: entries.count - 1)
      }
    }

    try write(entries, to: directory.appending(path: "changes"))
    let all = try recover(directory.appending(path: "changes"), gathering)
    try write(entries + [.snapshot(half!)], to: directory.appending(path: "snapshot"))
    let short = try recover(directory.appending(path: "snapshot"), gathering)
    Swift.print("| recovery of \(people) people × \(rounds) rounds (\(entries.count) changes) | seconds |")
    Swift.print("| --- | --- |")
    Swift.print("| from all changes | \(seconds(all)) |")
    Swift.print("| from a snapshot before the last round | \(seconds(short)) |")
  }

  private static func write(_ entries: [JournalEntry], to directory: URL) throws {
    let journal = try Journal.open(directory: directory, policy: Policy()).journal
    journal.append(entries) { _ in }
    journal.close()
  }

  private static func recover(_ directory: URL, _ expected: Gathering) throws -> Duration {
    let start = ContinuousClock.now
    let (journal, found) = try Journal.open(directory: directory, policy: expected.policy)
    let time = start.duration(to: .now)
    journal.close()
    precondition(found[0].gathering.history == expected.history, "what came back is another evening")
    return time
  }

  private static func seconds(_ time: Duration) -> String { String(format: "%.2f", time / .seconds(1)) }
}
