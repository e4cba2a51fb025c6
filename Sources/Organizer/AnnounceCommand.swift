import ArgumentParser
import Signalling

struct AnnounceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce", abstract: "Tells everybody in a gathering something, wherever they are.")

  @OptionGroup var gathering: GatheringReference
  @Argument(help: "What to say.")
  var text: String

  func run() async throws {
    _ = try await gathering.ask(.announce(text: text))
  }
}
