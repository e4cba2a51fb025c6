import ArgumentParser
import Foundation
import Pairing
import Rounds
import Signalling

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Shows where a gathering stands: the round, its rooms, who is here.")

  @OptionGroup var gathering: GatheringReference
  @Flag(help: "Print JSON, for scripts: the fields of the protocol's status.")
  var json = false

  func run() async throws {
    guard case .status(let status) = try await gathering.ask(.status) else { throw unexpectedAnswer }
    if json { return print(try printable(Printout(status))) }
    print("\(status.gathering.title): \(status.phase.sentence), \(status.present) of \(status.people) here.")
    if let endsAt = status.phase.endsAt {
      let clock = status.phase.pausedAt ?? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
      let seconds = max(0, (endsAt - clock) / 1000)
      print(
        "\(seconds / 60) min \(seconds % 60) s left, \(status.rooms.count) rooms, \(status.waiting) waiting.")
    }
    for room in status.rooms {
      print("  \(room.room)  \(room.people.map(\.description).joined(separator: " "))")
    }
  }

  private struct Printout: Encodable {
    struct Gathering: Encodable {
      let id, title, locale: String
      let open: Bool
    }

    struct Phase: Encodable {
      let name: String
      let round: Int
      let startsAt, endsAt, pausedAt: Instant?
      let paused: Bool
    }

    struct Room: Encodable {
      let room: String
      let people: [String]
    }

    let gathering: Gathering
    let phase: Phase
    let present, people, waiting: Int
    let rooms: [Room]

    init(_ status: Status) {
      gathering = Gathering(
        id: status.gathering.id.description, title: status.gathering.title, locale: status.gathering.locale,
        open: status.gathering.isOpen)
      phase = Phase(
        name: status.phase.name.rawValue, round: status.phase.round, startsAt: status.phase.startsAt,
        endsAt: status.phase.endsAt, pausedAt: status.phase.pausedAt, paused: status.phase.pausedAt != nil)
      present = status.present
      people = status.people
      waiting = status.waiting
      rooms = status.rooms.map {
        Room(room: $0.room.description, people: $0.people.map(\.description))
      }
    }
  }
}
