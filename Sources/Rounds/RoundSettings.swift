/// How a host wants a round.
public struct RoundSettings: Hashable, Sendable, Codable {
  /// People in a room.
  public static let peopleRange = 2...6
  /// From ten seconds, for trying things out, to three hours.
  public static let lengthRange: ClosedRange<Milliseconds> = 10_000...10_800_000
  public static let roundsRange = 1...100

  public static let turnRange: ClosedRange<Milliseconds> = 10_000...1_800_000

  public var people: Int
  public var length: Milliseconds
  /// What to talk about; each further round takes the next, in a circle.
  public var prompts: [String]
  /// How many rounds follow each other by themselves, this one included.
  public var rounds: Int
  public var pairing: PairingRules
  /// How long each person of a room speaks in turn; nil for a free talk.
  public var turn: Milliseconds?

  public init(
    people: Int = 2, length: Milliseconds = 300_000, prompts: [String] = [], rounds: Int = 1,
    pairing: PairingRules = PairingRules(), turn: Milliseconds? = nil
  ) {
    self.people = people
    self.length = length
    self.prompts = prompts
    self.rounds = rounds
    self.pairing = pairing
    self.turn = turn
  }

  /// What to talk about in this round; empty for nothing in particular.
  public var prompt: String { prompts.first ?? "" }

  /// The smallest and the largest room that a seating makes.
  public var sizes: ClosedRange<Int> { pairing.sizes ?? 2...min(people + 1, Room.mostPeople) }

  /// The people that a room holds at the most, whoever comes late.
  var roomMaximum: Int { pairing.sizes?.upperBound ?? Room.mostPeople }

  /// The same for the round that follows by itself.
  var following: RoundSettings {
    var settings = self
    settings.prompts = Array(prompts.dropFirst()) + prompts.prefix(1)
    return settings
  }
}
