import ArgumentParser
import Foundation

/// `tertulia plan verify FILE`: checks a plan without trusting whoever made it.
struct PlanVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks a plan in JSON: rules kept, sit-outs, and whether its repeats had to be.",
    discussion: "Shares no code with the planners. Exit status 1 if a rule is broken.")

  @Argument(
    help: "The plan: people, rules, settings and rounds, as --format json prints it.", completion: .file())
  var file: String

  func run() throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw CommandFailure("The plan \(file) can't be read.")
    }
    let plan: PlanDocument.Plan
    do {
      plan = try JSONDecoder().decode(PlanDocument.Plan.self, from: data)
    } catch let error as DecodingError {
      throw CommandFailure("\(file): \(error.sentence)")
    }
    let verification = PlanVerification(plan)
    print(verification.lines.joined(separator: "\n"))
    if !verification.faults.isEmpty { throw ExitCode.failure }
  }
}
