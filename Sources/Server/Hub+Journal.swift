import Foundation
import Journal
import Logging
import Rounds
import Signalling
import Transport

// What is remembered of an evening, for how long, and how it is told that nothing can be.
extension Hub {
  /// Writes the changes down, and holds back what follows from them until they are durable.
  func remember(_ changes: [Change], of evening: Evening, at now: Instant) {
    keep(changes.map { .changed(evening.id, at: now, $0) })
    evening.lastChange = now
    evening.changes += changes.count
    // An evening that is over is read at every start until it is purged, so it gets a last one.
    guard
      evening.gathering.hasEnded
        || evening.changes - evening.snapshotAt >= ServerLimits.changesBetweenSnapshots
    else { return }
    evening.snapshotAt = evening.changes
    let (gathering, count) = (evening.gathering, evening.changes)
    Task.detached(priority: .utility) {
      do {
        await self.keep(try Snapshot(gathering, changes: count), of: evening)
      } catch {
        await self.warn("A snapshot could not be made; recovery reads all changes.", error)
      }
    }
  }

  private func keep(_ snapshot: Snapshot, of evening: Evening) {
    // Purged meanwhile, its id may name another gathering by now.
    guard evenings[evening.id] === evening else { return }
    // Nobody waits for it: it is only a cache.
    journal.append([.snapshot(snapshot)], told: tellDurable)
  }

  func keep(_ entries: [JournalEntry]) {
    outbox.wait(for: journal.append(entries, told: tellDurable))
  }

  private nonisolated var tellDurable: @Sendable (Result<Int, JournalError>) -> Void {
    { result in Task { await self.noteDurable(result) } }
  }

  private func warn(_ message: Logger.Message, _ error: any Error) {
    log.warning(message, metadata: ["error": "\(error)"])
  }

  private func noteDurable(_ result: Result<Int, JournalError>) {
    switch result {
    case .success(let last):
      if outbox.isOpen {
        tellAllLeaders("The server writes its journal again: nothing is lost by a restart.")
      }
      outbox.isOpen = false
      outbox.release(upTo: last)
    case .failure(let error):
      if outbox.isOpen { return }
      log.critical(
        "The journal cannot be written; evenings go on without it.", metadata: ["error": "\(error)"])
      outbox.isOpen = true
      outbox.release(upTo: 0)
      tellAllLeaders(
        "The server cannot write its journal: a restart would lose what happens now. Tell whoever runs it.")
    }
  }

  private func tellAllLeaders(_ text: String) {
    for evening in evenings.values { tellLeaders(text, evening) }
  }

  // MARK: Forgetting

  /// Removes everything of a gathering that is over.
  ///
  /// - Throws: `conflict` while it is not.
  func purge(_ evening: Evening) throws(ProtocolError) {
    guard evening.gathering.hasEnded else {
      throw ProtocolError(.conflict, "\(evening.id) is not over: close it before you purge it.")
    }
    evenings[evening.id] = nil
    keep([.purged(evening.id)])
    log.info("A gathering was purged.", metadata: ["gathering": "\(evening.id)"])
  }

  /// Purges whatever has been over for longer than the settings say, now and every hour.
  func forgetOldEvenings() {
    if settings.retentionDays > 0 {
      let oldest = clock.now + -Milliseconds(settings.retentionDays) * 86_400_000
      for evening in evenings.values where evening.gathering.hasEnded && evening.lastChange < oldest {
        try? purge(evening)
      }
    }
    loop.after(milliseconds: ServerLimits.retentionInterval) { self.forgetOldEvenings() }
  }
}
