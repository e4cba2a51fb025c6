import ArgumentParser
import Pairing
import Rounds
import Signalling

struct PersonCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person",
    abstract: "The door of the venue: who is there without a page, and who takes part from where.",
    discussion: "tertulia status --json and the host's page show ids.",
    subcommands: [CheckIn.self, Add.self, ModeCommand.self])

  struct CheckIn: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "checkin", abstract: "Somebody is in the venue and has no phone.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The person's id, such as p3.")
    var person: String
    @Flag(help: "Takes it back: the person has gone.")
    var undo = false

    func run() async throws {
      _ = try await gathering.ask(.venue(.checkIn(personID(person), on: !undo)))
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Somebody on no list is in the venue; prints the id that they get.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The person's name.")
    var name: String

    func run() async throws {
      guard case .person(let id) = try await gathering.ask(.venue(.walkIn(name: name))) else {
        throw unexpectedAnswer
      }
      print(id)
    }
  }

  struct ModeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "mode", abstract: "Somebody goes home, or comes to the venue.")

    @OptionGroup var gathering: GatheringReference
    @Argument(help: "The person's id, such as p3.")
    var person: String
    @Argument(help: "online or venue.")
    var mode: String

    func run() async throws {
      guard let mode = Mode(rawValue: mode) else {
        throw CommandFailure("“\(self.mode)” is no way of taking part: say online or venue.")
      }
      _ = try await gathering.ask(.venue(.mode(personID(person), mode)))
    }
  }
}

func personID(_ text: String) throws -> PersonID {
  guard let id = PersonID(text) else {
    throw CommandFailure("\(text) is nobody's id: it must be like p12.")
  }
  return id
}
