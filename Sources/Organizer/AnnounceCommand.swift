import ArgumentParser
import Signalling

struct AnnounceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce", abstract: "Tells everybody in a gathering something, wherever they are.")

  @Argument(help: "The gathering's id.")
  var id: String
  @Argument(help: "What to say.")
  var text: String
  @OptionGroup var access: ServerAccess

  func run() async throws {
    _ = try await access.ask(.announce(text: text), of: id)
  }
}
