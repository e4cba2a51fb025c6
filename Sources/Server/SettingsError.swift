/// What is wrong with a settings file, where, and what would be right.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
  public let file: String
  /// Counts from 1; nil where the file as a whole is meant.
  public let line: Int?
  public let column: Int?
  public let sentence: String

  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(
      separator: ":")
    return "\(place): \(sentence)"
  }
}
