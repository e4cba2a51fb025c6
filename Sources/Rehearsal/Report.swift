public import Pairing
public import Rounds

/// What an evening was like for those who were there.
public struct Report: Hashable, Sendable {
  /// A step of the agenda: when it was to begin and end as the evening began, and when it began.
  public struct Step: Hashable, Sendable {
    public let step: AgendaStep
    public let planned: StepTimes
    public let began: Instant?
  }

  public struct Round: Hashable, Sendable {
    public let number: Int
    public let startedAt: Instant
    public internal(set) var endedAt: Instant?
    /// Who sat together at its start.
    public let groups: [[PersonID]]
    /// Who was there, wanted a seat, and had none.
    public let waiting: [PersonID]
    /// Pairs who had met before and had not both wished it.
    public let repeats: Int
    /// The table of each group, nil for one at home; empty where there are no tables.
    public let tables: [String?]
    /// Of the groups, those at a table with somebody from home on its screen.
    public let bridges: Int

    /// - Parameter gathering: as it is right after the start.
    init(_ round: Rounds.Round, _ gathering: Gathering, at instant: Instant) {
      number = round.number
      startedAt = instant
      let rooms = round.rooms.filter { !$0.people.isEmpty }
      groups = rooms.map(\.people)
      tables = gathering.tables.isEmpty ? [] : rooms.map(\.table)
      bridges = rooms.count { room in
        room.table != nil && room.people.contains { gathering[$0]?.mode == .online }
      }
      waiting = round.waiting.sorted()
      let groups = groups
      repeats = groups.reduce(0) { sum, group in
        group.indices.reduce(sum) { sum, place in
          sum
            + group[(place + 1)...].count { other in
              gathering.history.met(group[place], other) > 1 && !gathering.isMatch(Pair(group[place], other))
            }
        }
      }
    }
  }

  public let steps: [Step]
  public let rounds: [Round]
  /// How many were on the list.
  public let invited: Int
  /// Everybody who came, by number, and whom each met how often.
  public let came: [Person]
  public let met: [PersonID: [PersonID: Int]]
  public let fairness: Fairness
  /// Pairs who both wished another coffee, and those of them who had it.
  public let wishes: Int
  public let granted: Int

  init(_ evening: VirtualEvening, planned: [StepTimes], rounds: [Round]) {
    let gathering = evening.gathering
    let began = gathering.script?.began ?? []
    steps = (gathering.script?.agenda.steps ?? []).enumerated().map { number, step in
      Step(step: step, planned: planned[number], began: began[number])
    }
    self.rounds = rounds
    invited = gathering.people.count { !$0.isScreen }
    came = gathering.people.filter { $0.presence != .expected && !$0.isScreen }
    var met: [PersonID: [PersonID: Int]] = [:]
    for person in came {
      for other in gathering.history.partners(of: person.id) {
        met[person.id, default: [:]][other] = gathering.history.met(person.id, other)
      }
    }
    self.met = met
    fairness = Fairness(gathering, tables: Set(rounds.flatMap { $0.tables.compactMap(\.self) }))
    wishes = gathering.matchCount
    granted = gathering.grantedCount
  }
}

extension Report {
  /// How many different people each has met, in the order of ``came``.
  public var partners: [Int] { came.map { met[$0.id]?.count ?? 0 } }

  public var meanPartners: Double {
    came.isEmpty ? 0 : Double(partners.reduce(0, +)) / Double(came.count)
  }

  /// Pairs that met again without having wished it, counted each time.
  public var repeats: Int { rounds.reduce(0) { $0 + $1.repeats } }

  /// How often somebody had no seat at the start of a round.
  public var sitOuts: Int { rounds.reduce(0) { $0 + $1.waiting.count } }

  /// Pairs that met, by where the two were: both at home, both in the venue, one of each.
  public var meetingsByMode: (online: Int, venue: Int, across: Int) {
    var counts = (online: 0, venue: 0, across: 0)
    let modes = Dictionary(uniqueKeysWithValues: came.map { ($0.id, $0.mode) })
    for (person, partners) in met {
      for other in partners.keys where person < other {
        switch (modes[person], modes[other]) {
        case (.online, .online): counts.online += 1
        case (.venue, .venue): counts.venue += 1
        default: counts.across += 1
        }
      }
    }
    return counts
  }

  /// How much later than planned a step began at most, in milliseconds; steps that nobody could plan don't count.
  public var greatestDelay: Milliseconds {
    steps.compactMap { step in
      step.planned.startsAt.flatMap { planned in step.began.map { $0 - planned } }
    }.max() ?? 0
  }
}
