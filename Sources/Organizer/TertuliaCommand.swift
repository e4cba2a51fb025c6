public import ArgumentParser

/// The `tertulia` command: serves gatherings, and runs them from a terminal.
public struct TertuliaCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "tertulia",
    abstract: "Serves hybrid gatherings and runs their rounds of small rooms.",
    discussion: """
      Start a server, create a gathering, send out its links, and run the evening from the host's page or from here:

        tertulia serve
        tertulia gathering create --title "Café" --id cafe --open
        tertulia round start cafe --people 2 --minutes 6
        tertulia status cafe

      All commands but serve talk to a running server: --server or TERTULIA_SERVER says where it is, and \
      TERTULIA_SECRET, or the file that serve keeps in its data directory, lets you in.
      """,
    subcommands: [
      ServeCommand.self, GatheringCommand.self, LinkCommand.self, RoundCommand.self, AgendaCommand.self,
      TableCommand.self, PersonCommand.self, PairCommand.self, AnnounceCommand.self, StatusCommand.self,
      PlanCommand.self,
      RehearseCommand.self,
    ])

  public init() {}

  /// Reads the command line and carries it out; ends the process with the right status.
  public static func run() async {
    await main()
  }
}
