/// What whoever leads lays down for two people, for the rest of the evening.
public enum PairRule: String, Hashable, Sendable, Codable, CaseIterable {
  /// Never in one room.
  case apart
  /// In one room in every round, as couples or a guest and an interpreter.
  case together
}
