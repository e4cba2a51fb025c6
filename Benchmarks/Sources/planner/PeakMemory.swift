import Foundation

/// The most resident memory of this process since it was made, above what there was then.
struct PeakMemory {
  private let before: Int

  init() {
    // Linux forgets the old peak when 5 is written there.
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
    before = Self.status("VmRSS:")
  }

  /// In kilobytes.
  var growth: Int { max(0, Self.status("VmHWM:") - before) }

  private static func status(_ name: String) -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { $0.split(separator: " ").compactMap { Int($0) }.first } ?? 0
  }
}
