import ArgumentParser
import Pairing
import Rounds
import Signalling

struct PairCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pair",
    abstract: "Lays down that two people sit together or apart for the rest of the evening.",
    discussion:
      "For example: tertulia pair cafe p3 p7 apart. tertulia status --json and the host's page show ids.")

  @OptionGroup var gathering: GatheringReference
  @Argument(help: "One person's id, such as p3.")
  var one: String
  @Argument(help: "The other's.")
  var other: String
  @Argument(help: "apart, together, or free to take it back.")
  var rule: String

  func run() async throws {
    let ids = try [one, other].map(personID)
    let rule = PairRule(rawValue: self.rule)
    guard rule != nil || self.rule == "free" else {
      throw CommandFailure("“\(self.rule)” is no rule for two people: say apart, together or free.")
    }
    _ = try await gathering.ask(.pairKeep(ids[0], ids[1], rule: rule))
  }
}
