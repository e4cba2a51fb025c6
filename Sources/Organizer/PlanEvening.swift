import Foundation
import Pairing

/// An evening planned round by round, as far as it has come.
struct PlanEvening {
  /// The first line of a stream, and a guest list in JSON.
  struct Start: Decodable {
    var people: [PlanDocument.Person]
    var rules: PlanDocument.Rules?
    var settings: PlanDocument.Settings?
    var rounds: Int?
    var seed: UInt64?
    /// Milliseconds.
    var deadline: Int?

    enum CodingKeys: String, CodingKey {
      case people, rules, settings, rounds, seed
      case deadline = "deadline_ms"
    }
  }

  /// What happened before a round.
  struct Step: Decodable {
    var round: Int?
    var people: [PlanDocument.Person]?
    var join: [String]?
    var leave: [String]?
    var wish: [[String]]?
    var keepApart: [[String]]?
    var settings: PlanDocument.Settings?

    enum CodingKeys: String, CodingKey {
      case round, people, join, leave, wish, settings
      case keepApart = "keep_apart"
    }
  }

  private(set) var roster = PlanRoster()
  private var here: Set<PersonID> = []
  private var rules: Rules
  private var settings: GroupSettings
  private(set) var wishes: Set<Pair> = []
  private var history = History()
  private var template: Template?
  private let hint: Int?
  private let seed: UInt64
  private let effort: Effort
  private(set) var lastReport: SeatingReport?

  init(_ start: Start) throws {
    for person in start.people { here.insert(try roster.describe(person)) }
    rules = try roster.rules(start.rules)
    settings = GroupSettings(start.settings ?? PlanDocument.Settings(groupSize: 2))
    hint = start.rounds
    seed = start.seed ?? 1
    effort = start.deadline.map { Effort(milliseconds: $0) } ?? .standard
    // Contradictions are told at once, not when the first round is due.
    do {
      _ = try Pairing.seat(request(round: 1, people: [], wishes: []))
    } catch {
      throw CommandFailure(roster.sentence(error))
    }
  }

  /// Seats the next round.
  ///
  /// - Throws: `CommandFailure`, ``SeatingError`` as a `CommandFailure`; throw the changed value away then.
  mutating func seat(_ step: Step) throws -> PlanDocument.Round {
    let round = step.round ?? history.lastRound + 1
    guard round > history.lastRound, round <= 10_000 else {
      throw CommandFailure("Round \(round) can't follow round \(history.lastRound); rounds count up.")
    }
    try take(step)
    let open = wishes.filter { here.contains($0.low) && here.contains($0.high) }
    let people = here.sorted().map { Guest(id: $0, traits: roster.traits[$0] ?? Traits()) }
    let seating: Seating
    do {
      seating = try Pairing.seat(request(round: round, people: people, wishes: open))
    } catch {
      throw CommandFailure(roster.sentence(error))
    }
    history.record(round: round, groups: seating.groups, sittingOut: seating.sittingOut)
    wishes.subtract(seating.report.granted)
    template = seating.template
    lastReport = seating.report
    let out = seating.sittingOut.map { roster.name(of: $0) }
    return PlanDocument.Round(
      round: round, groups: seating.groups.map { $0.map { roster.name(of: $0) } },
      sittingOut: out.isEmpty ? nil : out,
      tables: seating.tables.map { $0.compactMap { $0.map { $0 + 1 } } },
      wishes: open.isEmpty ? nil : open.sorted().map { [roster.name(of: $0.low), roster.name(of: $0.high)] })
  }

  private mutating func take(_ step: Step) throws {
    var described: [PersonID] = []
    for person in step.people ?? [] { described.append(try roster.describe(person)) }
    for name in step.leave ?? [] {
      guard here.remove(roster.number(of: name)) != nil else {
        throw CommandFailure("\(name) can't leave, being not there; leave names people who are present.")
      }
    }
    let joining = try (step.join ?? []).map { name in
      let person = roster.number(of: name)
      guard roster.isDescribed(person) else {
        throw CommandFailure("\(name) joins without having been described; name them in people first.")
      }
      return person
    }
    for person in step.join == nil ? described : joining { here.insert(person) }
    for names in step.wish ?? [] { wishes.insert(try roster.pair(names, in: "wish")) }
    for names in step.keepApart ?? [] { rules.keepApart.insert(try roster.pair(names, in: "keep_apart")) }
    if let changed = step.settings { settings = GroupSettings(changed) }
  }

  private func request(round: Int, people: [Guest], wishes: Set<Pair>) -> SeatingRequest {
    SeatingRequest(
      round: round, people: people, settings: settings, rules: rules, wishes: wishes, history: history,
      seed: seed,
      roundsHint: hint, effort: effort, template: template)
  }
}
