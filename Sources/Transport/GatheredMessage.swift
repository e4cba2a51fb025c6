/// A message that comes in pieces.
struct GatheredMessage {
  /// What the next piece makes of it.
  enum Progress: Equatable {
    case incomplete
    case tooLarge
    case binary
    /// The message is in `bytes`.
    case gathered
    /// The message is the piece itself.
    case single
  }

  private(set) var bytes: [UInt8] = []
  private var count = 0

  /// Takes a piece.
  ///
  /// - Parameters:
  ///   - following: bytes of the same frame that are announced and not here yet.
  ///   - limit: the largest message, in bytes.
  mutating func take(
    _ piece: UnsafeRawBufferPointer, following: Int, isBinary: Bool, isLast: Bool, limit: Int
  ) -> Progress {
    let isFirst = count == 0
    count += piece.count
    guard count + following <= limit else { return .tooLarge }
    guard isLast else {
      if !isBinary { bytes.append(contentsOf: piece) }
      return .incomplete
    }
    count = 0
    if isBinary { return .binary }
    if isFirst && bytes.isEmpty { return .single }
    bytes.append(contentsOf: piece)
    return .gathered
  }

  /// Lets the bytes go.
  mutating func reset() { bytes = [] }
}
