import ArgumentParser
import Foundation
import Rounds
import Server
import Signalling

extension GatheringCommand {
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints what the journal remembers of an evening, as JSON.",
      discussion: """
        People, and each round with its rooms, rules and wishes; tertulia plan verify checks it. It reads the data \
        directory itself, so that it works with and without a running server.
        """)

    @Argument(help: "The gathering's id.")
    var id: String
    @Option(help: "The server's data directory.")
    var data = "data"
    @Flag(help: "Write people's contact details, too.")
    var contacts = false

    func run() throws {
      let id = try gatheringID(id)
      guard let record = try EveningRecord(of: id, data: data) else {
        throw CommandFailure("The journal in \(data) has no gathering \(id).")
      }
      print(try printable(EveningExport(record, withContacts: contacts)))
    }
  }

  struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Removes everything of a gathering that is over: names, contacts, rooms, wishes.",
      discussion: "The setting retention_days does the same by itself some time after each gathering.")

    @OptionGroup var gathering: GatheringReference

    func run() async throws {
      _ = try await gathering.ask(.gatheringPurge)
    }
  }
}
