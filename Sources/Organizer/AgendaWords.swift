import TOMLKit

/// The words of an agenda's file beside those of the protocol.
enum AgendaWords {
  static let top = [
    "title": "title", "locale": "language", "start": "start", "steps": "step", "tables": "table",
    "walkSeconds": "walk_seconds",
  ]

  /// What a step's words are in the protocol; its length is told by `minutes`, `seconds` or `wait`.
  static let step = [
    "kind": "kind", "title": "title", "text": "text", "rounds": "rounds", "people": "people",
    "prompt": "prompt", "prompts": "prompts", "turn_seconds": "turnSeconds", "pairing": "pairing",
  ]

  static let pairing = ["avoid_same": "avoidSame", "per_group": "perGroup"]

  static var allOfStep: [String] { (step.keys + ["minutes", "seconds", "wait"]).sorted() }

  /// The file's word for one of the protocol's.
  static func inFile(_ word: String) -> String {
    if word == "lengthSeconds" { return "minutes" }
    return top[word] ?? (step.merging(pairing) { one, _ in one }).first { $0.value == word }?.key ?? word
  }

  /// A path as people say it: `step 3: people`.
  static func sentence(_ keys: [String]) -> String {
    guard keys.count > 2, let number = Int(keys[1]) else {
      return keys.count == 2 ? "\(keys[0]) \((Int(keys[1]) ?? 0) + 1)" : keys.joined(separator: ".")
    }
    return "\(keys[0]) \(number + 1): \(keys.dropFirst(2).joined(separator: "."))"
  }

  static func number(_ value: any TOMLValueConvertible) -> Double? {
    value.double ?? value.int.map(Double.init)
  }

  /// A value as JSON has it; dates become text, which the protocol then refuses where it wants something else.
  static func plain(_ value: any TOMLValueConvertible, _ names: [String: String] = [:]) -> Any {
    if let table = value.table {
      return Dictionary(
        uniqueKeysWithValues: table.keys.compactMap { key in
          table[key].map { (names[key] ?? key, plain($0, names)) }
        })
    }
    if let array = value.array { return array.map { plain($0, names) } }
    switch value.type {
    case .bool: return value.bool ?? false
    case .int: return value.int ?? 0
    case .double: return value.double ?? 0
    default: return value.string ?? value.debugDescription
    }
  }
}
