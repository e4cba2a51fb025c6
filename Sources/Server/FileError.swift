/// What is wrong with a file that an organizer wrote, where, and what would be right.
public struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  public let file: String
  /// Counts from 1; nil where the file as a whole is meant.
  public let line: Int?
  public let column: Int?
  public let sentence: String

  public init(file: String, line: Int? = nil, column: Int? = nil, sentence: String) {
    self.file = file
    self.line = line
    self.column = column
    self.sentence = sentence
  }

  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(
      separator: ":")
    return "\(place): \(sentence)"
  }
}
