import Foundation
public import TOMLKit

/// A TOML file that an organizer wrote, and where in it things stand.
public struct TOMLFile {
  public let name: String
  public let table: TOMLTable
  private let lines: [Substring]

  /// - Throws: `FileError` if the file cannot be read or is no TOML.
  public init(path: String) throws(FileError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw FileError(file: path, sentence: "This file cannot be read.")
    }
    try self.init(text: text, name: path)
  }

  public init(text: String, name: String) throws(FileError) {
    self.name = name
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    do {
      table = try TOMLTable(string: text)
    } catch {
      let parsing = error as? TOMLParseError
      throw FileError(
        file: name, line: parsing?.source.begin.line, column: parsing?.source.begin.column,
        sentence: "This is not TOML: \(parsing?.description ?? "\(error)").")
    }
  }

  /// An error that says where a value stands.
  ///
  /// - Parameter path: the keys that lead to it; an entry of an array of tables is its number, from 0, as in
  ///   `["step", "2", "people"]`.
  public func error(at path: [String], _ sentence: String) -> FileError {
    let place = place(of: path)
    return FileError(file: name, line: place?.line, column: place?.column, sentence: sentence)
  }

  // TOMLKit keeps no positions of values, so they are looked for, line by line.

  /// The nearest place that can be found: the key's, or else that of the table around it.
  private func place(of path: [String]) -> (line: Int, column: Int)? {
    var current: [String] = []
    var entries: [String: Int] = [:]
    var best: (line: Int, column: Int)?
    var depth = 0
    for (number, line) in lines.enumerated() {
      let words = line.trimmingCharacters(in: .whitespaces)
      if words.hasPrefix("[["), let name = Self.keys(words.dropFirst(2).prefix { $0 != "]" }).first {
        entries[name, default: -1] += 1
        current = [name, String(entries[name]!)]
      } else if words.hasPrefix("[") {
        current = Self.keys(words.dropFirst().prefix { $0 != "]" })
        if let first = current.first, let entry = entries[first] { current.insert(String(entry), at: 1) }
      }
      var here = current
      if let equals = line.firstIndex(of: "="), !words.hasPrefix("[") { here += Self.keys(line[..<equals]) }
      guard !here.isEmpty, path.starts(with: here), here.count > depth else { continue }
      depth = here.count
      let indent = line.prefix { $0 == " " || $0 == "\t" }.count
      best = (number + 1, indent + 1)
      // What is left of the path stands in an inline table on the same line.
      if depth < path.count, let inner = line.range(of: path[depth]) {
        best?.column = line.distance(from: line.startIndex, to: inner.lowerBound) + 1
      }
      if depth == path.count { break }
    }
    return best
  }

  private static func keys(_ text: Substring) -> [String] {
    text.split(separator: ".").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'")) }
  }
}
