import Foundation
import Pairing
import Rehearsal
import Rounds

/// The pictures of a rehearsal's page, as SVG that takes its colours from the page.
enum RehearsalPlots {
  private static let width = 900.0

  /// Steps above, rounds below, on one axis of minutes.
  static func timeline(_ report: Report, _ words: RehearsalWords) -> String {
    let begin = report.steps.compactMap(\.began).min()?.milliseconds ?? 0
    let end = max(
      begin + 1, report.rounds.compactMap(\.endedAt).map(\.milliseconds).max() ?? begin,
      report.steps.compactMap(\.began).map(\.milliseconds).max() ?? begin)
    func x(_ instant: Milliseconds) -> Double { Double(instant - begin) / Double(end - begin) * width }
    var parts: [String] = []
    let began = report.steps.filter { $0.began != nil }
    for (place, step) in began.enumerated() {
      let from = x(step.began!.milliseconds)
      let to = place + 1 < began.count ? x(began[place + 1].began!.milliseconds) : width
      let name = RehearsalPage.escape(words.name(of: step.step))
      parts.append(box(from, 0, to - from, step.step.kind.isInRooms ? "var(--warm)" : "var(--soft)", name))
      if to - from > 6.5 * Double(name.count) { parts.append(text(from + 4, 17, name)) }
    }
    for round in report.rounds {
      let from = x(round.startedAt.milliseconds)
      let to = x(round.endedAt?.milliseconds ?? end)
      parts.append(box(from, 30, to - from, "var(--calm)", "\(round.number)"))
      if to - from > 16 { parts.append(text(from + 4, 47, "\(round.number)")) }
    }
    let minutes = Int((end - begin) / 60_000)
    let stride = max(1, minutes / 10)
    for minute in Swift.stride(from: 0, through: minutes, by: stride) {
      parts.append(text(min(width - 24, x(begin + Milliseconds(minute) * 60_000)), 74, "\(minute)′"))
    }
    return svg(80, parts)
  }

  /// People by how many they met.
  static func distribution(_ report: Report, label: String) -> String {
    let counts = Dictionary(report.partners.map { ($0, 1) }, uniquingKeysWith: +)
    guard let most = counts.keys.max(), let highest = counts.values.max() else { return "" }
    let step = width / Double(most + 1)
    let parts = (0...most).flatMap { met -> [String] in
      let count = counts[met] ?? 0
      let height = 150 * Double(count) / Double(highest)
      let left = Double(met) * step
      return [
        "<rect x=\"\(place(left + 1))\" y=\"\(place(170 - height))\" width=\"\(place(max(1, step - 2)))\""
          + " height=\"\(place(height))\" fill=\"var(--warm)\"><title>\(met): \(count) \(label)</title></rect>",
        step > 14 || met % 5 == 0 ? text(left + step / 2 - 4, 188, "\(met)") : "",
        step > 14 && count > 0 ? text(left + step / 2 - 4, 164 - height, "\(count)") : "",
      ]
    }
    return svg(195, parts)
  }

  /// A square with a person on each row and column.
  static func matrix(_ report: Report) -> String {
    let places = Dictionary(uniqueKeysWithValues: report.came.enumerated().map { ($1.id, $0) })
    let step = width / Double(max(1, report.came.count))
    var path = ""
    var again = ""
    for (row, person) in report.came.enumerated() {
      for (other, times) in (report.met[person.id] ?? [:]).sorted(by: { $0.key < $1.key }) {
        guard let column = places[other] else { continue }
        let size = max(1, step * (times > 1 ? 1 : 0.7))
        let mark =
          "M\(place(Double(column) * step)) \(place(Double(row) * step))h\(place(size))v\(place(size))h-\(place(size))z"
        if times > 1 { again += mark } else { path += mark }
      }
    }
    return svg(
      width,
      [
        "<rect width=\"900\" height=\"900\" fill=\"none\" stroke=\"var(--soft)\"/>",
        "<path d=\"\(path)\" fill=\"var(--calm)\"/>", "<path d=\"\(again)\" fill=\"var(--warm)\"/>",
      ])
  }

  private static func svg(_ height: Double, _ parts: [String]) -> String {
    "<svg viewBox=\"0 0 900 \(place(height))\" role=\"img\">\n"
      + parts.filter { !$0.isEmpty }.joined(separator: "\n") + "\n</svg>"
  }

  private static func box(_ x: Double, _ y: Double, _ width: Double, _ color: String, _ title: String)
    -> String
  {
    "<rect x=\"\(place(x))\" y=\"\(place(y))\" width=\"\(place(max(1, width - 1)))\" height=\"26\" rx=\"3\""
      + " fill=\"\(color)\" fill-opacity=\"0.6\"><title>\(title)</title></rect>"
  }

  private static func text(_ x: Double, _ y: Double, _ text: String) -> String {
    "<text x=\"\(place(x))\" y=\"\(place(y))\">\(text)</text>"
  }

  /// Without more digits than a screen has points.
  private static func place(_ number: Double) -> String {
    String(format: "%.1f", number)
  }
}
