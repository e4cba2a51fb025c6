import Foundation
import Pairing
import Rehearsal
import Rounds

/// A rehearsed evening in numbers, and in sentences for what an organizer may want to change.
struct RehearsalPrintout: Encodable {
  struct Step: Encodable {
    let kind, title: String
    let plannedSeconds, beganSeconds: Double?
  }

  struct Round: Encodable {
    let round: Int
    let startedSeconds: Double
    let rooms, seated, waiting: Int
    let sizes: [String: Int]
  }

  let seed: UInt64
  let invited, came: Int
  let steps: [Step]
  let rounds: [Round]
  let leastMet, mostMet: Int
  let meanMet: Double
  let repeats, sitOuts, wishes, wishesGranted: Int
  let meetingsOnline, meetingsVenue, meetingsAcross: Int
  let fairness: FairnessPrintout
  let notes: [String]

  init(_ report: Report, seed: UInt64) {
    self.seed = seed
    invited = report.invited
    came = report.came.count
    let zero = report.steps.first?.began?.milliseconds ?? 0
    func seconds(_ instant: Instant?) -> Double? { instant.map { Double($0.milliseconds - zero) / 1000 } }
    steps = report.steps.map {
      Step(
        kind: $0.step.kind.rawValue, title: $0.step.title, plannedSeconds: seconds($0.planned.startsAt),
        beganSeconds: seconds($0.began))
    }
    rounds = report.rounds.map { round in
      Round(
        round: round.number, startedSeconds: seconds(round.startedAt) ?? 0, rooms: round.groups.count,
        seated: round.groups.reduce(0) { $0 + $1.count }, waiting: round.waiting.count,
        sizes: Dictionary(round.groups.map { ("\($0.count)", 1) }, uniquingKeysWith: +))
    }
    let partners = report.partners
    leastMet = partners.min() ?? 0
    mostMet = partners.max() ?? 0
    meanMet = (report.meanPartners * 100).rounded() / 100
    repeats = report.repeats
    sitOuts = report.sitOuts
    wishes = report.wishes
    wishesGranted = report.granted
    (meetingsOnline, meetingsVenue, meetingsAcross) = report.meetingsByMode
    fairness = FairnessPrintout(report.fairness)
    notes = Self.notes(report)
  }

  /// What is not as one would hope.
  private static func notes(_ report: Report) -> [String] {
    var notes: [String] = []
    let alone = zip(report.came, report.partners).filter { $1 == 0 }.map(\.0.name)
    if !alone.isEmpty { notes.append("Nobody was met by \(list(alone)).") }
    if report.rounds.isEmpty { notes.append("No round took place: fewer than two people were here.") }
    if report.repeats > 0 {
      notes.append(
        "\(report.repeats) times two people met again: fewer rounds or smaller rooms would avoid it.")
    }
    let waiting = Set(report.rounds.flatMap(\.waiting)).count
    if waiting > 0 { notes.append("\(waiting) people had no room at the start of a round, and read why.") }
    if report.wishes > report.granted, !report.steps.contains(where: { $0.step.kind == .coffee }) {
      notes.append(
        "\(report.wishes - report.granted) wishes for another coffee were not had: end with a step of the kind coffee."
      )
    }
    let modes = report.meetingsByMode
    if modes.across == 0, modes.online > 0, modes.venue > 0 {
      notes.append(
        "Nobody from home met anybody from the venue: tables with screen = true bring them together, or pairing = { mix = \"modes\" } where there are no tables."
      )
    }
    if report.greatestDelay > 1_000 {
      notes.append("A step began \(report.greatestDelay / 1000) s later than planned.")
    }
    return notes
  }

  private static func list(_ names: [String]) -> String {
    names.count > 5
      ? names.prefix(5).joined(separator: ", ") + " and \(names.count - 5) more"
      : names.joined(separator: ", ")
  }

  var text: String {
    var lines = ["\(came) of \(invited) people came. Seed \(seed).", ""]
    lines += steps.map { step in
      "  \(Self.clock(step.beganSeconds ?? step.plannedSeconds))  \(step.kind)\(step.title.isEmpty ? "" : "  \(step.title)")"
    }
    lines.append("")
    lines += rounds.map { round in
      let sizes = round.sizes.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }
      return
        "  Round \(round.round) at \(Self.clock(round.startedSeconds)): \(round.seated) people in \(round.rooms) rooms (\(sizes.joined(separator: ", ")))"
        + (round.waiting == 0 ? "" : ", \(round.waiting) waiting")
    }
    lines += [
      "", "People met by each: \(leastMet) at least, \(meanMet) on average, \(mostMet) at most.",
      "Repeats: \(repeats). Sit-outs: \(sitOuts). Wishes: \(wishesGranted) of \(wishes) had.",
      "Meetings: \(meetingsOnline) at home, \(meetingsVenue) in the venue, \(meetingsAcross) across.",
    ]
    lines += fairness.lines
    return (lines + (notes.isEmpty ? [] : [""] + notes)).joined(separator: "\n")
  }

  private static func clock(_ seconds: Double?) -> String {
    guard let seconds else { return "  ?  " }
    let whole = Int(seconds.rounded())
    return String(format: "%02d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
  }
}
