import ArgumentParser
import Rounds
import Signalling

struct LinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link", abstract: "Makes a link to a gathering and prints it.",
    discussion: "A participant's link with a name is that person's own; one without is for whoever has it.")

  @OptionGroup var gathering: GatheringReference
  @Option(help: "participant, host, board or table.")
  var role: String
  @Option(help: "The name that the holder goes by.")
  var name: String?
  @Option(help: "For the role table: the table whose screen the link is for.")
  var table: String?

  func run() async throws {
    guard let role = Role(rawValue: role), role != .organizer else {
      throw CommandFailure("\(self.role) is no role: choose participant, host, board or table.")
    }
    guard (role == .table) == (table != nil) else {
      throw CommandFailure("A link for a table's screen needs both: --role table --table NAME.")
    }
    let answer = try await gathering.ask(.link(LinkRequest(role: role, name: name, table: table)))
    guard case .link(let link) = answer else { throw unexpectedAnswer }
    print(link)
  }
}
