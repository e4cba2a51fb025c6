import Foundation
import Rounds
import Server
import Signalling
import TOMLKit

/// Reads an agenda from TOML: the words of the file are turned into those of the protocol, which knows what is right.
struct AgendaFile {
  private let file: TOMLFile

  /// - Throws: `FileError` if the file cannot be read or is no TOML.
  init(path: String) throws(FileError) {
    file = try TOMLFile(path: path)
  }

  init(text: String, name: String) throws(FileError) {
    file = try TOMLFile(text: text, name: name)
  }

  /// - Parameter now: a start without a date is the next one after it.
  /// - Throws: `FileError` for the first thing that is wrong.
  func agenda(now: Date = Date()) throws(FileError) -> Agenda {
    let json = try object(now)
    do {
      return try Agenda(json: Array(try JSONSerialization.data(withJSONObject: json, options: .sortedKeys)))
    } catch let error as ProtocolError {
      throw located(error)
    } catch {
      throw FileError(file: file.name, sentence: "The agenda can't be read: \(error)")
    }
  }

  // MARK: From the file's words to the protocol's

  private func object(_ now: Date) throws(FileError) -> [String: Any] {
    var json: [String: Any] = [:]
    let table = file.table
    for key in table.keys {
      guard let value = table[key] else { continue }
      switch key {
      case "title": json["title"] = AgendaWords.plain(value)
      case "question": json["question"] = AgendaWords.plain(value)
      case "language": json["locale"] = AgendaWords.plain(value)
      case "start": json["start"] = try start(value, now)
      case "timezone": _ = try timeZone()
      case "step": json["steps"] = try steps(value)
      case "walk_seconds": json["walkSeconds"] = AgendaWords.plain(value)
      case "table", "tables": json["tables"] = try tables(key, value)
      default:
        throw file.error(
          at: [key],
          "An agenda has no \(key): it has title, language, question, start, timezone, walk_seconds, tables, [[table]] and [[step]]."
        )
      }
    }
    if json["steps"] == nil {
      throw FileError(
        file: file.name, sentence: "The agenda has no step: begin each with [[step]] and its kind.")
    }
    return json
  }

  private func tables(_ key: String, _ value: any TOMLValueConvertible) throws(FileError) -> [[String: Any]] {
    if key == "table" { return try AgendaTables.read(value, in: file) }
    guard file.table["table"] == nil, let name = value.string else {
      throw file.error(at: [key], "tables is the name of a CSV file, in place of [[table]].")
    }
    let folder = URL(fileURLWithPath: file.name).deletingLastPathComponent()
    return try AgendaTables.read(csv: URL(fileURLWithPath: name, relativeTo: folder).path)
  }

  private func steps(_ value: any TOMLValueConvertible) throws(FileError) -> [[String: Any]] {
    guard let array = value.array, array.allSatisfy({ $0.table != nil }) else {
      throw file.error(at: ["step"], "Each step begins with [[step]], in two pairs of brackets.")
    }
    var steps: [[String: Any]] = []
    for (number, entry) in array.enumerated() {
      guard let table = entry.table else { continue }
      steps.append(try step(table, ["step", "\(number)"]))
    }
    return steps
  }

  private func step(_ table: TOMLTable, _ path: [String]) throws(FileError) -> [String: Any] {
    var json: [String: Any] = [:]
    var waits = false
    for key in table.keys {
      guard let value = table[key] else { continue }
      switch key {
      case "minutes", "seconds":
        guard let number = AgendaWords.number(value) else {
          throw file.error(at: path + [key], "\(key) has to be a number.")
        }
        if json["lengthSeconds"] != nil {
          throw file.error(at: path + [key], "Give the length in minutes or in seconds, not in both.")
        }
        json["lengthSeconds"] = key == "minutes" ? number * 60 : number
      case "wait":
        guard let wait = value.bool else {
          throw file.error(at: path + [key], "wait has to be true or false.")
        }
        waits = wait
      default:
        guard let name = AgendaWords.step[key] else {
          throw file.error(
            at: path + [key], "A step has no \(key): it has \(AgendaWords.allOfStep.joined(separator: ", "))."
          )
        }
        json[name] = AgendaWords.plain(value, AgendaWords.pairing)
      }
    }
    if let kind = (json["kind"] as? String).flatMap(AgendaStep.Kind.init), !kind.isInRooms, kind != .farewell
    {
      guard waits != (json["lengthSeconds"] != nil) else {
        throw file.error(
          at: path,
          "Say how long the \(kind.rawValue) lasts, with minutes, or wait = true until a host goes on.")
      }
    }
    return json
  }

  // MARK: The start

  private func timeZone() throws(FileError) -> TimeZone {
    guard let value = file.table["timezone"] else { return .current }
    guard let name = value.string, let zone = TimeZone(identifier: name) else {
      throw file.error(at: ["timezone"], "timezone has to be a name such as \"Europe/Madrid\".")
    }
    return zone
  }

  private func start(_ value: any TOMLValueConvertible, _ now: Date) throws(FileError) -> Int {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try timeZone()
    if let moment = value.dateTime {
      let (day, time) = (moment.date, moment.time)
      if let offset = moment.offset {
        calendar.timeZone = TimeZone(secondsFromGMT: offset.offset * 60) ?? .gmt
      }
      let parts = DateComponents(
        year: day.year, month: day.month, day: day.day, hour: time.hour, minute: time.minute,
        second: time.second)
      if let date = calendar.date(from: parts) { return Int(date.timeIntervalSince1970 * 1000) }
    } else if let time = value.time {
      let parts = DateComponents(hour: time.hour, minute: time.minute, second: time.second)
      if let date = calendar.nextDate(after: now, matching: parts, matchingPolicy: .nextTime) {
        return Int(date.timeIntervalSince1970 * 1000)
      }
    }
    throw file.error(
      at: ["start"],
      "start has to be a time such as 19:30:00, or a date and time such as 2027-03-01T19:30:00.")
  }

  // MARK: Back from the protocol's words

  /// The error at its place in the file, in the file's words.
  private func located(_ error: ProtocolError) -> FileError {
    let path = error.message.prefix { $0 != " " }
    let parts = path.split { ".[]".contains($0) }.map { AgendaWords.inFile(String($0)) }
    guard path.hasPrefix("steps") || path.hasPrefix("tables[") || AgendaWords.top.keys.contains(String(path))
    else {
      return FileError(file: file.name, sentence: error.message)
    }
    let isSeconds = parts.last == "minutes" && isGiven(Array(parts.dropLast()) + ["seconds"])
    let keys = isSeconds ? parts.dropLast() + ["seconds"] : parts
    let rest = error.message.dropFirst(path.count)
    return file.error(at: keys, "\(AgendaWords.sentence(keys))\(rest)")
  }

  private func isGiven(_ path: [String]) -> Bool {
    guard path.count == 3, let number = Int(path[1]) else { return false }
    return file.table["step"]?.array?[number].table?[path[2]] != nil
  }
}
