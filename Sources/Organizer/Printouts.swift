// What commands print, as text and as JSON.

import Foundation
import Rounds
import Signalling

/// A new gathering with all its links.
struct Created: Encodable {
  struct Links: Encodable {
    let join, host, board: String
  }

  struct Guest: Encodable {
    let name, link: String
  }

  let id: String
  let links: Links
  let guests: [Guest]

  init(_ created: GatheringCreated, _ guests: [GuestLink]) {
    id = created.gathering.id.description
    links = Links(join: created.links.join, host: created.links.host, board: created.links.board)
    self.guests = guests.map { Guest(name: $0.name, link: $0.link) }
  }

  var json: String { get throws { try printable(self) } }

  var text: String {
    let own = guests.map { "  \($0.name)  \($0.link)" }
    return
      (["To join   \(links.join)", "To host   \(links.host)", "Board     \(links.board)"]
      + (own.isEmpty ? [] : ["", "Each guest's own link:"] + own)).joined(separator: "\n")
  }
}

struct GatheringRow: Encodable {
  let id, title, phase: String
  let round, present, people: Int

  init(_ summary: GatheringSummary) {
    id = summary.gathering.id.description
    title = summary.gathering.title
    phase = summary.phase.name.rawValue
    round = summary.phase.round
    present = summary.present
    people = summary.people
  }
}

/// JSON on several lines with sorted keys, so that two printouts can be compared.
func printable(_ value: some Encodable) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(value), as: UTF8.self)
}

extension Phase {
  /// For a terminal: where the evening stands.
  var sentence: String {
    switch name {
    case .lobby: startsAt == nil ? "in the lobby" : "in the lobby, a round has been called"
    case .round: pausedAt == nil ? "round \(round) is running" : "round \(round) is paused"
    case .break: "on a break"
    case .ended: "over"
    }
  }
}

/// Says where the evening stands after what was asked.
func tell(_ answer: Answer.Body) throws {
  guard case .phase(let phase) = answer else { throw unexpectedAnswer }
  print(phase.sentence.prefix(1).uppercased() + phase.sentence.dropFirst() + ".")
}
