import ArgumentParser
import Rounds
import Signalling

struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Makes a link to a gathering and prints it.",
    discussion: "A participant's link with a name is that person's own; one without is for whoever has it.")

  @OptionGroup var gathering: GatheringReference
  @Option(help: "participant, host or board.")
  var role: String
  @Option(help: "The name that the holder goes by.")
  var name: String?

  func run() async throws {
    guard let role = Role(rawValue: role), [.participant, .host, .board].contains(role) else {
      throw CommandFailure("\(self.role) is no role: choose participant, host or board.")
    }
    let answer = try await gathering.ask(.link(LinkRequest(role: role, name: name)))
    guard case .link(let link) = answer else { throw unexpectedAnswer }
    print(link)
  }
}
