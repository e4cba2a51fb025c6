import Foundation

/// The words of `tertulia plan` as JSON has them: ids and attributes are free strings.
enum PlanDocument {
  /// A person: `id`, `topics`, and any other key with a text is an attribute.
  struct Person: Codable, Hashable {
    var id: String
    var topics: [String]
    var attributes: [String: String]

    init(id: String, topics: [String] = [], attributes: [String: String] = [:]) {
      self.id = id
      self.topics = topics
      self.attributes = attributes
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      id = try container.decode(String.self, forKey: Key("id"))
      topics = try container.decodeIfPresent([String].self, forKey: Key("topics")) ?? []
      attributes = [:]
      for key in container.allKeys where key.stringValue != "id" && key.stringValue != "topics" {
        attributes[key.stringValue] = try container.decodeIfPresent(String.self, forKey: key)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(id, forKey: Key("id"))
      if !topics.isEmpty { try container.encode(topics, forKey: Key("topics")) }
      for (key, value) in attributes { try container.encode(value, forKey: Key(key)) }
    }
  }

  struct Settings: Codable, Hashable {
    var groupSize: Int
    var min: Int?
    var max: Int?
    var tables: [Int]?

    enum CodingKeys: String, CodingKey {
      case groupSize = "group_size"
      case min, max, tables
    }
  }

  struct Rules: Codable, Hashable {
    struct AvoidSame: Codable, Hashable {
      var attr: String
      var hard: Bool?
    }
    struct Mix: Codable, Hashable {
      var attr: String
      /// Value → the fewest and the most in each group.
      var perGroup: [String: [Int]]

      enum CodingKeys: String, CodingKey {
        case attr
        case perGroup = "per_group"
      }
    }

    var keepApart: [[String]]?
    var keepTogether: [[String]]?
    var avoidSame: AvoidSame?
    var mix: Mix?
    /// `shared`, or nothing.
    var topics: String?

    enum CodingKeys: String, CodingKey {
      case keepApart = "keep_apart"
      case keepTogether = "keep_together"
      case avoidSame = "avoid_same"
      case mix, topics
    }
  }

  /// One round of a plan, as it is written and as it can be checked.
  struct Round: Codable, Hashable {
    var round: Int
    var groups: [[String]]
    var sittingOut: [String]?
    /// Table of each group, counted from 1.
    var tables: [Int]?
    /// Pairs who wished to meet before this round and had not been granted it.
    var wishes: [[String]]?
    /// Blocks that hold from this round on.
    var keepApart: [[String]]?
    var settings: Settings?
    /// Rules of this round, before the plan's.
    var rules: Rules?

    enum CodingKeys: String, CodingKey {
      case round, groups, tables, wishes, settings, rules
      case sittingOut = "sitting_out"
      case keepApart = "keep_apart"
    }
  }

  /// A whole plan, or the guest list with an agenda that it is made from: then `rounds` is a number.
  struct Plan: Codable, Hashable {
    var seed: UInt64
    var people: [Person]
    var rules: Rules
    var settings: Settings
    var rounds: [Round]
  }

  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension DecodingError {
  /// What was wrong and where, in one sentence.
  var sentence: String {
    switch self {
    case .keyNotFound(let key, let context): "\(at(context.codingPath))“\(key.stringValue)” is missing."
    case .typeMismatch(let type, let context): "\(at(context.codingPath))this should be \(name(of: type))."
    case .valueNotFound(let type, let context):
      "\(at(context.codingPath))this is empty and should be \(name(of: type))."
    case .dataCorrupted(let context): "\(at(context.codingPath))this is not JSON: \(context.debugDescription)"
    @unknown default: "This can't be read."
    }
  }

  private func at(_ path: [any CodingKey]) -> String {
    guard !path.isEmpty else { return "" }
    return path.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: ".") + ": "
  }

  private func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a text"
    case is Int.Type, is UInt64.Type: "a whole number"
    case is Bool.Type: "true or false"
    case is [String: Any].Type: "an object"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object or value of another kind"
    }
  }
}
