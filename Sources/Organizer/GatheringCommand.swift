import ArgumentParser
import Foundation
import Rounds
import Signalling

struct GatheringCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gathering",
    abstract: "Creates, lists, closes, exports and purges gatherings.",
    subcommands: [Create.self, List.self, Close.self, Export.self, Purge.self])

  struct Create: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Creates a gathering and prints its links.",
      discussion: """
        The host's link runs the evening and the board's shows it on a projector. With --open whoever has the plain \
        link may join; with --guests everybody on the list gets a link of their own. A guest list is a CSV file with \
        the columns name, mode, company, role, topics, headline and contact; only the name must be there.
        """)

    @Option(help: "What people see it called; without one, as the agenda says.")
    var title: String?
    @Option(help: "Its name in links: a–z, 0–9 and -. One is made up if you give none.")
    var id: String?
    @Option(help: "Its language, es or en, in which people are told what happens to them.")
    var locale: String?
    @Option(help: "A guest list (CSV).")
    var guests: String?
    @Option(help: "The scripted evening (TOML): see tertulia agenda.")
    var agenda: String?
    @Flag(help: "Whoever has the plain link may join.")
    var open = false
    @Flag(help: "Print JSON, for scripts.")
    var json = false
    @OptionGroup var access: ServerAccess

    func validate() throws {
      if title == nil, agenda == nil {
        throw ValidationError("Say what it is called: --title, or an --agenda with a title.")
      }
    }

    func run() async throws {
      let list = try guests.map { try GuestList(path: $0).guests } ?? []
      let id = try id.map(gatheringID)
      let agenda = try agenda.map { try AgendaFile(path: $0).agenda() }
      guard let title = title ?? agenda?.title else {
        throw CommandFailure("The agenda has no title: say what the gathering is called with --title.")
      }
      let locale = locale ?? agenda?.locale
      let created = try await access.withSession { session in
        let request = Request.gatheringCreate(GatheringCreate(title: title, locale: locale, isOpen: open))
        guard case .created(let created) = try await session.ask(request, of: id) else {
          throw unexpectedAnswer
        }
        if var agenda {
          // What the command line says goes before what the file says.
          agenda.title = title
          agenda.locale = locale
          _ = try await session.ask(.agenda(.set(agenda)), of: created.gathering.id)
        }
        var links: [GuestLink] = []
        for start in stride(from: 0, to: list.count, by: GuestList.chunk) {
          let chunk = Array(list[start..<min(start + GuestList.chunk, list.count)])
          let answer = try await session.ask(.guestsAdd(chunk), of: created.gathering.id)
          guard case .guests(let made) = answer else { throw unexpectedAnswer }
          links += made
        }
        return Created(created, links)
      }
      print(json ? try created.json : created.text)
    }
  }

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Lists the server's gatherings.")

    @Flag(help: "Print JSON, for scripts.")
    var json = false
    @OptionGroup var access: ServerAccess

    func run() async throws {
      let answer = try await access.withSession { try await $0.ask(.gatheringList) }
      guard case .gatherings(let gatherings) = answer else { throw unexpectedAnswer }
      if json { return print(try printable(gatherings.map(GatheringRow.init))) }
      for row in gatherings {
        let about = "\(row.phase.sentence), \(row.present) of \(row.people) here"
        print("\(row.gathering.id)  \(row.gathering.title)  (\(about))")
      }
    }
  }

  struct Close: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ends a gathering for good; everybody is thanked and sent home.")

    @OptionGroup var gathering: GatheringReference

    func run() async throws {
      _ = try await gathering.ask(.gatheringClose)
    }
  }
}

var unexpectedAnswer: CommandFailure {
  CommandFailure("The server answered something else than was asked: is it of the same version?")
}
