/// The name of a construction, from which its rounds are made again when they are needed.
enum DesignName: Hashable, Sendable, Codable {
  /// Everybody in pairs, `people` even.
  case circle(people: Int)
}
