import Pairing
import Rehearsal
import Rounds
import Server

/// An evening as `tertulia plan verify` checks it: people, and each round as it was seated and as it went on.
struct EveningExport: Encodable {
  struct Round: Encodable {
    let round: Int
    let startsAt: Instant
    var endedAt: Instant?
    let groups: [[String]]
    let sittingOut: [String]
    let wishes: [[String]]
    let keepApart: [[String]]
    let settings: PlanDocument.Settings
    let rules: PlanDocument.Rules
    /// Who went from one room to another while it ran; rooms are counted from 1, 0 is none.
    var moves: [Move] = []

    enum CodingKeys: String, CodingKey {
      case round, groups, wishes, settings, rules, moves
      case startsAt = "starts_at"
      case endedAt = "ended_at"
      case sittingOut = "sitting_out"
      case keepApart = "keep_apart"
    }
  }

  struct Move: Encodable {
    let at: Instant
    let person: String
    let from, to: Int
  }

  let title: String
  let seed = Gathering.seed
  private(set) var people: [PlanDocument.Person] = []
  let rules = PlanDocument.Rules()
  let settings = PlanDocument.Settings(groupSize: 2)
  private(set) var rounds: [Round] = []
  /// How evenly home and venue met.
  private(set) var fairness: FairnessPrintout

  /// - Parameter withContacts: whether contact details are written, too.
  init(_ record: EveningRecord, withContacts: Bool) {
    var gathering = record.gathering
    var tables: Set<String> = []
    fairness = FairnessPrintout(Fairness(gathering, tables: []))
    for (at, change) in record.changes {
      let before = gathering
      gathering.apply(change, at: at)
      switch change {
      case .started:
        guard let round = gathering.running else { break }
        rounds.append(Round(round, before, gathering))
        tables.formUnion(round.rooms.lazy.filter { !$0.people.isEmpty }.compactMap(\.table))
      case .ended, .closed: if before.running != nil { rounds[rounds.count - 1].endedAt = at }
      case .reseated(let number, let moves) where gathering.running?.number == number:
        rounds[rounds.count - 1].moves += moves.map {
          Move(at: at, person: "\($0.person)", from: $0.from?.number ?? 0, to: $0.to?.number ?? 0)
        }
      default: break
      }
    }
    title = gathering.title
    fairness = FairnessPrintout(Fairness(gathering, tables: tables))
    people = gathering.people.filter { !$0.isScreen }.map {
      PlanDocument.Person($0, withContact: withContacts)
    }
  }
}

extension EveningExport.Round {
  /// - Parameter before: the gathering right before the round started, when its wishes were not granted yet.
  fileprivate init(_ round: Rounds.Round, _ before: Gathering, _ gathering: Gathering) {
    func pairs(_ pairs: Set<Pair>) -> [[String]] { pairs.sorted().map { ["\($0.low)", "\($0.high)"] } }
    var rules = gathering.rules(for: round.settings.pairing)
    var most = round.settings.sizes.upperBound
    if round.rooms.contains(where: { $0.table != nil }) {
      // At a table its seats say how many, and a mix of home and venue is for those with a screen.
      most = max(most, Table.mostOnScreen + (gathering.tables.map(\.seats).max() ?? 0))
      if rules.mix?.attribute == "site" { rules.mix = nil }
    }
    self.init(
      round: round.number, startsAt: round.startsAt,
      groups: round.rooms.map { $0.people.map(\.description) }.filter { !$0.isEmpty },
      sittingOut: round.waiting.sorted().map(\.description),
      wishes: pairs(before.wishesToGrant(in: round)), keepApart: pairs(rules.keepApart),
      settings: PlanDocument.Settings(
        groupSize: round.settings.people, min: round.settings.sizes.lowerBound,
        max: most),
      rules: PlanDocument.Rules(rules))
  }
}

extension PlanDocument.Rules {
  /// What holds for a round; who is kept apart stands beside it.
  fileprivate init(_ rules: Pairing.Rules) {
    keepTogether = rules.keepTogether.sorted().map { ["\($0.low)", "\($0.high)"] }
    avoidSame = rules.avoidSame.map { AvoidSame(attr: $0.attribute, hard: $0.isHard) }
    mix = rules.mix.map { mix in
      Mix(attr: mix.attribute, perGroup: mix.perGroup.mapValues { [$0.lowerBound, $0.upperBound] })
    }
    topics = rules.sharesTopics ? "shared" : nil
  }
}

extension PlanDocument.Person {
  fileprivate init(_ person: Rounds.Person, withContact: Bool) {
    var attributes = ["name": person.name, "site": person.mode.rawValue]
    attributes["org"] = person.profile.company.isEmpty ? nil : person.profile.company
    attributes["role"] = person.part.isEmpty ? nil : person.part
    if withContact, !person.contact.isEmpty { attributes["contact"] = person.contact }
    self.init(id: person.id.description, topics: person.profile.topics, attributes: attributes)
  }
}
