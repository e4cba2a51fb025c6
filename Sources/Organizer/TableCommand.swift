import ArgumentParser
import Rounds
import Signalling

struct TableCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "The venue's tables: which there are, which are open, and whose screen is whose.",
    subcommands: [List.self, Add.self, Open.self, Close.self, Pair.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Prints the tables.")

    @OptionGroup var gathering: GatheringReference

    func run() async throws {
      guard case .status(let status) = try await gathering.ask(.status) else { throw unexpectedAnswer }
      if status.tables.isEmpty { print("\(status.gathering.id) has no tables.") }
      for state in status.tables {
        let screen = state.isConnected ? ", screen on" : state.table.hasScreen ? ", screen off" : ""
        print(
          "\(state.table.name): \(state.table.seats) seats\(screen)\(state.table.isOpen ? "" : ", closed")")
      }
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Adds a table while the evening runs.",
      discussion: "For example: tertulia table add cafe 13 --seats 6")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "What stands on the table.")
    var name: String
    @Option(help: "People who can sit down.")
    var seats: Int
    @Flag(help: "Guests from home are to join here, on a screen.")
    var screen = false

    func validate() throws {
      guard Table.seatsRange.contains(seats) else {
        throw ValidationError(
          "A table seats from \(Table.seatsRange.lowerBound) to \(Table.seatsRange.upperBound), not \(seats)."
        )
      }
    }

    func run() async throws {
      _ = try await gathering.ask(.venue(.addTable(Table(name: name, seats: seats, hasScreen: screen))))
    }
  }

  struct Open: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Opens a table again.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The table's name.")
    var name: String

    func run() async throws {
      _ = try await gathering.ask(.venue(.openTable(name, true)))
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Closes a table: whoever sits there is seated elsewhere at once.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The table's name.")
    var name: String

    func run() async throws {
      _ = try await gathering.ask(.venue(.openTable(name, false)))
    }
  }

  struct Pair: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says whose the screen is that shows a code.",
      discussion: "For example: tertulia table pair cafe KTRMWX 4, for a screen with …/g/cafe/table open.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The six letters on the screen.")
    var code: String
    @Argument(help: "The table's name.")
    var name: String

    func run() async throws {
      let letters = code.uppercased().filter { !$0.isWhitespace && $0 != "-" }
      _ = try await gathering.ask(.venue(.pairScreen(code: letters, table: name)))
    }
  }
}
