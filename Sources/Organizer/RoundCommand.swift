import ArgumentParser
import Foundation
import Rounds
import Signalling

struct RoundCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "round", abstract: "Starts, rotates, extends, pauses and ends rounds.",
    subcommands: [Start.self, Rotate.self, Extend.self, Pause.self, Resume.self, End.self])

  struct Start: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seats everybody who is here and starts a round.",
      discussion: "With --rounds several follow each other by themselves, each with somebody new.")

    @OptionGroup var gathering: GatheringReference
    @Option(help: "People in a room, from 2 to 6.")
    var people = 2
    @Option(help: "The length of a round in minutes; 5 if neither this nor --seconds is given.")
    var minutes: Double?
    @Option(help: "The length of a round in seconds.")
    var seconds: Double?
    @Option(help: "How many rounds follow each other.")
    var rounds = 1
    @Option(help: "What to talk about.")
    var prompt = ""
    @Option(name: .customLong("in"), help: "Seconds until it starts.")
    var delay: Double = 0
    @Option(name: .customLong("turn"), help: "Seconds that each person of a room speaks in turn.")
    var turn: Double?
    @OptionGroup(title: "Whom to bring together") var pairing: PairingOptions

    func run() async throws {
      guard minutes == nil || seconds == nil else {
        throw CommandFailure("Give the length in --minutes or in --seconds, not in both.")
      }
      let settings = RoundSettings(
        people: people, length: try milliseconds(seconds ?? (minutes ?? 5) * 60),
        prompts: prompt.isEmpty ? [] : [prompt], rounds: rounds, pairing: try pairing.rules(size: people),
        turn: try turn.map(milliseconds))
      let start = RoundStart(settings: settings, delay: try milliseconds(delay))
      try await tell(gathering.ask(.roundStart(start)))
    }
  }

  struct Rotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ends the round and starts the next with the same settings.")

    @OptionGroup var gathering: GatheringReference
    @Option(
      name: .customLong("in"), help: "Seconds until it happens; a few let the next rooms connect ahead.")
    var delay: Double = 0

    func run() async throws {
      try await tell(gathering.ask(.rotate(delay: try milliseconds(delay))))
    }
  }

  struct Extend: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Moves the end of the running round.")

    @OptionGroup var gathering: GatheringReference
    @Option(help: "By how many seconds; negative shortens: --seconds=-30.")
    var seconds: Double

    func run() async throws {
      try await tell(gathering.ask(.roundExtend(by: try milliseconds(seconds))))
    }
  }

  struct Pause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Stops the clock of the running round.")

    @OptionGroup var gathering: GatheringReference

    func run() async throws { try await tell(gathering.ask(.roundPause)) }
  }

  struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Lets a stopped clock run on with what was left.")

    @OptionGroup var gathering: GatheringReference

    func run() async throws { try await tell(gathering.ask(.roundResume)) }
  }

  struct End: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Brings everybody back to the lobby.")

    @OptionGroup var gathering: GatheringReference

    func run() async throws { try await tell(gathering.ask(.roundEnd)) }
  }

  private static func milliseconds(_ seconds: Double) throws -> Milliseconds {
    guard seconds.isFinite, abs(seconds) < 1_000_000 else {
      throw CommandFailure("\(seconds) seconds is too much.")
    }
    return Milliseconds((seconds * 1000).rounded())
  }
}
