import Foundation
import Glibc

/// A line on a terminal that says how far a long computation has come; nothing for a pipe, or for a short one.
struct ProgressBar {
  private let total: Int
  private let began = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private var hasShown = false

  init(total: Int) {
    self.total = max(1, total)
  }

  mutating func show(_ done: Int) {
    guard isShown, began.duration(to: .now) > .seconds(1) else { return }
    hasShown = true
    let filled = min(30, 30 * done / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
    FileHandle.standardError.write(Data("\r\(bar) round \(done) of \(total)".utf8))
  }

  func clear() {
    if hasShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
