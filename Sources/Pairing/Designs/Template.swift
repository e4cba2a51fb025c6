/// A schedule without repeats that the evening follows while its people allow it. Opaque: keep it and hand it back.
public struct Template: Hashable, Sendable, Codable {
  /// Which construction the rounds come from.
  var design: DesignName
  /// Who has which place of the design; nil for a free one.
  var places: [PersonID?]
  /// The rounds of the design that were used, rising.
  var used: [Int]
}
