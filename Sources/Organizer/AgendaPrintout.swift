import Foundation
import Rounds
import Signalling

/// An agenda for a terminal: a line for each step, with its time where it is known.
struct AgendaPrintout {
  let text: String

  /// As it is planned: by the clock if it has a start, else counted from its beginning.
  init(_ agenda: Agenda) {
    var reached: Milliseconds? = 0
    var lines: [String] = []
    for step in agenda.steps {
      let time = reached.map { passed in
        agenda.start.map { Self.clock($0 + passed) } ?? "+\(passed / 60_000) min"
      }
      lines.append(Self.line(step, time: time))
      reached = reached.flatMap { passed in step.length.map { passed + $0 } }
    }
    text = ([agenda.title].compactMap(\.self) + lines).joined(separator: "\n")
  }

  /// As it runs.
  init(_ agenda: AgendaState) {
    let lines = agenda.steps.enumerated().map { number, step in
      (number + 1 == agenda.step ? "▸ " : "  ")
        + Self.line(step.step, time: step.times.startsAt.map(Self.clock))
    }
    let state =
      switch agenda.state {
      case .ready: "It has not begun."
      case .running: "Step \(agenda.step) is going on."
      case .waiting: "Step \(agenda.step) waits for tertulia agenda next."
      case .over: "It is over."
      }
    text = (lines + [state]).joined(separator: "\n")
  }

  private static func line(_ step: AgendaStep, time: String?) -> String {
    let when = time ?? "then"
    let what =
      switch step.content {
      case .lobby(let length): length.map(Self.length) ?? "until a host goes on"
      case .rounds(let settings):
        "\(settings.rounds == 1 ? "" : "\(settings.rounds) × ")\(Self.length(settings.length)), rooms of \(settings.people)"
          + (settings.turn.map { ", turns of \(Self.length($0))" } ?? "")
      }
    let title = step.title.isEmpty ? "" : "  \(step.title)"
    return "\(when.padding(toLength: 9, withPad: " ", startingAt: 0)) \(step.kind.rawValue): \(what)\(title)"
  }

  private static func length(_ length: Milliseconds) -> String {
    length % 60_000 == 0 ? "\(length / 60_000) min" : "\(length / 1000) s"
  }

  private static func clock(_ instant: Instant) -> String {
    let formatter = DateFormatter()
    formatter.dateFormat = "HH:mm:ss"
    return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }
}
