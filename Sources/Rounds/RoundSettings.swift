/// How a host wants a round.
public struct RoundSettings: Hashable, Sendable, Codable {
  /// People in a room.
  public static let peopleRange = 2...6
  /// From ten seconds, for trying things out, to three hours.
  public static let lengthRange: ClosedRange<Milliseconds> = 10_000...10_800_000
  public static let roundsRange = 1...100

  public var people: Int
  public var length: Milliseconds
  /// What to talk about; empty for none.
  public var prompt: String
  /// How many rounds follow each other by themselves, this one included.
  public var rounds: Int

  public init(people: Int = 2, length: Milliseconds = 300_000, prompt: String = "", rounds: Int = 1) {
    self.people = people
    self.length = length
    self.prompt = prompt
    self.rounds = rounds
  }
}
