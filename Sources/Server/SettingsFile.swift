import Foundation
import TOMLKit

/// Reads settings from TOML: every word has to be known, and every value of the right kind and in its range.
public struct SettingsFile {
  private let file: TOMLFile

  /// - Throws: `FileError` if the file cannot be read or is no TOML.
  public init(path: String) throws(FileError) {
    file = try TOMLFile(path: path)
  }

  init(text: String, name: String) throws(FileError) {
    file = try TOMLFile(text: text, name: name)
  }

  /// - Throws: `FileError` for the first word or value that is wrong.
  public func settings() throws(FileError) -> Settings {
    var settings = Settings()
    for section in file.table.keys {
      guard let entries = file.table[section]?.table, let keys = Self.known[section] else {
        throw file.error(
          at: [section],
          "There is no section \(section): the sections are \(Self.known.keys.sorted().joined(separator: ", "))."
        )
      }
      for key in entries.keys {
        guard let value = entries[key], let set = keys[key] else {
          throw file.error(
            at: [section, key],
            "\(section) has no \(key): it has \(keys.keys.sorted().joined(separator: ", ")).")
        }
        do throws(WrongValue) {
          try set(&settings, value)
        } catch {
          throw file.error(at: [section, key], "\(section).\(key) has to be \(error.expected).")
        }
      }
    }
    return settings
  }

  // MARK: The words

  private struct WrongValue: Error {
    let expected: String
  }

  private typealias Setter = @Sendable (inout Settings, any TOMLValueConvertible) throws(WrongValue) -> Void

  private static let known: [String: [String: Setter]] = [
    "server": [
      "host": string(\.host), "port": int(\.port, 0...65_535), "public_url": string(\.publicURL),
      "web": string(\.web), "data": string(\.data), "secret": string(\.secret),
      "allowed_origins": strings(\.allowedOrigins),
    ],
    "rounds": [
      "handover_seconds": int(\.handoverSeconds, 0...60),
      "seat_hold_seconds": int(\.seatHoldSeconds, 0...600),
    ],
    "limits": [
      "people": int(\.limits.people, 2...100_000), "connections": int(\.limits.connections, 1...1_000_000),
      "messages_per_second": int(\.limits.messagesPerSecond, 1...100_000),
    ],
    "ice": [
      "stun": strings(\.ice.stun), "turn": strings(\.ice.turn), "turn_secret": string(\.ice.turnSecret),
      "turn_lifetime_seconds": int(\.ice.turnLifetimeSeconds, 60...604_800),
    ],
    "journal": ["retention_days": int(\.retentionDays, 0...3_650)],
    "access": ["es256_public_key_file": string(\.es256PublicKeyFile)],
    "log": [
      "level": string(\.logLevel, of: ["trace", "debug", "info", "notice", "warning", "error", "critical"])
    ],
  ]

  private static func string(
    _ path: any WritableKeyPath<Settings, String> & Sendable, of choices: [String]? = nil
  ) -> Setter {
    { settings, value throws(WrongValue) in
      guard value.type == .string, let text = value.string, choices?.contains(text) != false else {
        throw WrongValue(expected: choices.map { "one of " + $0.joined(separator: ", ") } ?? "text in quotes")
      }
      settings[keyPath: path] = text
    }
  }

  private static func strings(_ path: any WritableKeyPath<Settings, [String]> & Sendable) -> Setter {
    { settings, value throws(WrongValue) in
      let texts = value.array?.compactMap { $0.type == .string ? $0.string : nil }
      guard let array = value.array, let texts, texts.count == array.count else {
        throw WrongValue(expected: #"a list of texts, such as ["one", "two"]"#)
      }
      settings[keyPath: path] = texts
    }
  }

  private static func int(_ path: any WritableKeyPath<Settings, Int> & Sendable, _ range: ClosedRange<Int>)
    -> Setter
  {
    { settings, value throws(WrongValue) in
      guard value.type == .int, let number = value.int, range.contains(number) else {
        throw WrongValue(expected: "a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      settings[keyPath: path] = number
    }
  }
}
