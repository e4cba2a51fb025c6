import Foundation
import Pairing

/// A live evening driven from outside: one JSON object a line comes in, one goes out.
///
/// A line counts as a whole or not at all: after an error everything is as it was before the line.
struct PlanStream {
  private var evening: PlanEvening?
  /// Whether any line was answered with an error.
  private(set) var hadErrors = false

  /// The answer to one line, without a line break.
  mutating func answer(_ line: String) -> String {
    do {
      let data = Data(line.utf8)
      let type = try JSONDecoder().decode(TypeOnly.self, from: data).type
      switch type {
      case "init":
        evening = try PlanEvening(try JSONDecoder().decode(PlanEvening.Start.self, from: data))
        return #"{"ok":true}"#
      case "round":
        guard var next = evening else {
          throw CommandFailure("A round came before init; begin with a line of type “init”.")
        }
        let round = try next.seat(try JSONDecoder().decode(PlanEvening.Step.self, from: data))
        evening = next
        return try Self.text(
          Answer(groups: round.groups, sittingOut: round.sittingOut, tables: round.tables))
      default:
        throw CommandFailure("The type is “\(type)”; it must be “init” or “round”.")
      }
    } catch {
      hadErrors = true
      return (try? Self.text(Failure(error: Self.sentence(error))))
        ?? #"{"error":"This line can't be read."}"#
    }
  }

  private static func sentence(_ error: any Error) -> String {
    switch error {
    case let error as DecodingError: error.sentence
    default: "\(error)"
    }
  }

  private static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private struct TypeOnly: Decodable { let type: String }
  private struct Failure: Encodable { let error: String }
  private struct Answer: Encodable {
    let groups: [[String]]
    let sittingOut: [String]?
    let tables: [Int]?

    enum CodingKeys: String, CodingKey {
      case groups, tables
      case sittingOut = "sitting_out"
    }
  }
}
