import ArgumentParser
import Foundation
import Rounds
import Signalling

struct AgendaCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Checks a scripted evening, and runs it.",
    discussion: "config/agendas has three examples to begin with; the organizer's guide explains every word.",
    subcommands: [Check.self, Set.self, Start.self, Next.self, Stop.self, Show.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Says what an agenda will do, or what is wrong with it and where.")

    @Argument(help: "The agenda (TOML).")
    var file: String

    func run() throws {
      let agenda = try AgendaFile(path: file).agenda()
      print(AgendaPrintout(agenda).text)
    }
  }

  struct Set: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Gives a gathering its agenda, with its title and language.",
      discussion: "It begins at its start, or when somebody starts it: here, or on the host's page.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The agenda (TOML).")
    var file: String

    func run() async throws {
      let agenda = try AgendaFile(path: file).agenda()
      _ = try await gathering.ask(.agenda(.set(agenda)))
    }
  }

  struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Begins the agenda now.")
    @OptionGroup var gathering: GatheringReference

    func run() async throws { try await tell(gathering.ask(.agenda(.start))) }
  }

  struct Next: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Goes on to the next step, whatever the clock says.")
    @OptionGroup var gathering: GatheringReference

    func run() async throws { try await tell(gathering.ask(.agenda(.next))) }
  }

  struct Stop: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Stops the agenda: what runs goes on, and nothing follows by itself.")
    @OptionGroup var gathering: GatheringReference

    func run() async throws { try await tell(gathering.ask(.agenda(.stop))) }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Shows the steps, their times, and the present one.")
    @OptionGroup var gathering: GatheringReference

    func run() async throws {
      guard case .status(let status) = try await gathering.ask(.status) else { throw unexpectedAnswer }
      guard let agenda = status.agenda else {
        throw CommandFailure("\(status.gathering.id) has no agenda: give it one with tertulia agenda set.")
      }
      print(AgendaPrintout(agenda).text)
    }
  }
}
