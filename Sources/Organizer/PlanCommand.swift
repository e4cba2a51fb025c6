public import ArgumentParser
import Foundation

/// `tertulia plan`: seats whole evenings ahead, or drives the planner line by line.
public struct PlanCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plans who sits with whom, round by round, and checks plans.",
    discussion: """
      tertulia plan guests.csv --rounds 6 --size 4
      tertulia plan guests.csv --rounds 6 --size 4 --format json > evening.json && tertulia plan verify evening.json
      tertulia plan --stream

      A guest list in CSV names its columns in the first line: name, and if you like id, mode, company, role, topics \
      (joined by ;) and others of your own. In JSON it is what the first line of a stream holds.
      """,
    subcommands: [PlanRoundsCommand.self, PlanVerifyCommand.self], defaultSubcommand: PlanRoundsCommand.self)

  public init() {}
}

/// `tertulia plan FILE` and `tertulia plan --stream`.
struct PlanRoundsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rounds", abstract: "Plans the rounds of a guest list, or of a stream (the default).")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
  }

  @Flag(help: "Read one JSON object a line from standard input and answer each with one line.")
  var stream = false

  @Argument(help: "The guest list, in CSV or JSON.", completion: .file())
  var file: String?

  @Option(help: "How to print the plan: text, json or csv.")
  var format = Format.text

  @OptionGroup var agenda: PlanAgenda

  func validate() throws {
    if stream == (file != nil) {
      throw ValidationError("Name a guest list, or give --stream; one of the two.")
    }
  }

  func run() throws {
    guard let file else { return try runStream() }
    let start = try agenda.applied(to: PlanFile.read(path: file))
    let clock = ContinuousClock()
    var plan = PlanOfEvening(start)
    for round in 1...agenda.rounds(of: start) {
      let took = try clock.measure { try plan.addRound() }
      // Times differ from run to run, so that they stay out of the plan itself.
      Self.remark(
        "Round \(round): \(took.formatted(.units(allowed: [.milliseconds], fractionalPart: .show(length: 1))))"
      )
    }
    switch format {
    case .text: print(PlanPrintout.text(plan), terminator: "")
    case .json: print(try PlanPrintout.json(plan))
    case .csv: print(PlanPrintout.csv(plan), terminator: "")
    }
  }

  private func runStream() throws {
    var stream = PlanStream()
    while let line = readLine() {
      if line.allSatisfy(\.isWhitespace) { continue }
      // Written at once: whoever drives the stream waits for the answer before the next line.
      FileHandle.standardOutput.write(Data((stream.answer(line) + "\n").utf8))
    }
    if stream.hadErrors { throw ExitCode(2) }
  }

  private static func remark(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
