/// How large the groups of a round are.
public struct GroupSettings: Hashable, Sendable {
  /// The size that most groups should have.
  public var size: Int
  /// Kept where the head count allows it; a smaller group is better than a person without one.
  public var minimum: Int
  /// Never exceeded.
  public var maximum: Int
  /// Seats of each table, where tables are what limits: no more groups than tables, no group over its table's seats.
  public var tables: [Int]?

  /// - Parameters:
  ///   - minimum: one less than `size` if nil, but at least 2.
  ///   - maximum: one more than `size` if nil.
  public init(size: Int, minimum: Int? = nil, maximum: Int? = nil, tables: [Int]? = nil) {
    self.size = size
    self.minimum = minimum ?? max(2, size - 1)
    self.maximum = maximum ?? size + 1
    self.tables = tables
  }
}
