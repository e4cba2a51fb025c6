import ArgumentParser
import Foundation
import Rehearsal
import Rounds
import Signalling

struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Runs a whole scripted evening with simulated people, before anyone comes.",
    discussion: """
      The server's own rules and planner on a virtual clock: a step that waits takes a minute, one pair in ten wishes \
      another coffee. The same seed is the same evening.
      """)

  @Argument(help: "The agenda (TOML).", completion: .file())
  var agenda: String
  @Option(help: "How many made-up guests (default: 40, or those of --guests).")
  var people: Int?
  @Option(help: "How many of the made-up guests are in the venue.")
  var venue: Share = 40
  @Option(help: "A guest list (CSV), as gathering create takes it.", completion: .file())
  var guests: String?
  @Option(help: "What chance is drawn from.")
  var seed: UInt64 = 1
  @Option(name: .customLong("no-shows"), help: "Who never come, as in 10%.")
  var noShows: Share = 0
  @Option(help: "Who come up to twenty minutes late.")
  var late: Share = 0
  @Option(help: "Who lose their connection once, one in ten of them for good.")
  var drops: Share = 0
  @Flag(help: "The server dies three times and comes back.")
  var crash = false
  @Option(help: "text or json.")
  var format = Format.text
  @Option(help: "Writes a page with pictures to this file.", completion: .file())
  var html: String?

  enum Format: String, ExpressibleByArgument { case text, json }

  func validate() throws {
    if people != nil, guests != nil { throw ValidationError("Give --people or --guests, not both.") }
    if let people, !(2...10_000).contains(people) {
      throw ValidationError("\(people) people can't be rehearsed: from 2 to 10000.")
    }
  }

  func run() throws {
    let agenda = try AgendaFile(path: agenda).agenda()
    let list = try guests.map { try GuestList(path: $0).guests }
    let invitations =
      list.map { list in
        list.enumerated().map { number, guest in
          Invitation(
            subject: guest.subject ?? "guest-\(number)", name: guest.name, mode: guest.mode,
            profile: guest.profile, contact: guest.contact, part: guest.part)
        }
      } ?? Rehearsal.madeUp(people ?? 40, inVenue: venue.value)
    let rehearsal = Rehearsal(
      agenda: agenda, guests: invitations,
      mishaps: Mishaps(noShows: noShows.value, late: late.value, drops: drops.value, crashes: crash),
      seed: seed)
    var bar = ProgressBar(total: agenda.steps.reduce(0) { $0 + ($1.rounds?.rounds ?? 0) })
    let report: Report
    do throws(Refusal) {
      report = try rehearsal.run { bar.show($0) }
    } catch {
      throw CommandFailure("The evening can't begin: \(error.sentence)")
    }
    bar.clear()
    let printout = RehearsalPrintout(report, seed: seed)
    print(format == .json ? try printable(printout) : printout.text)
    if let html {
      let page = RehearsalPage(report, agenda: agenda, printout: printout)
      do {
        try page.html.write(toFile: html, atomically: true, encoding: .utf8)
      } catch {
        throw CommandFailure("The page \(html) can't be written: choose a directory that can be written to.")
      }
    }
  }
}

/// A share as people write it: `10%`, `10` or `0.1`.
struct Share: ExpressibleByArgument, ExpressibleByIntegerLiteral {
  let value: Double

  init(integerLiteral value: Int) { self.value = Double(value) / 100 }

  init?(argument: String) {
    let number = argument.hasSuffix("%") ? String(argument.dropLast()) : argument
    guard let given = Double(number), given >= 0 else { return nil }
    let share = argument.contains(".") && !argument.hasSuffix("%") ? given : given / 100
    guard share <= 1 else { return nil }
    value = share
  }

  var defaultValueDescription: String { "\(Int(value * 100))%" }
}
