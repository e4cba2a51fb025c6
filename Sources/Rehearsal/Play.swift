import Pairing
import Rounds

/// A rehearsed evening while it runs.
struct Play {
  private let rehearsal: Rehearsal
  private var evening: VirtualEvening
  private var occasions = Occasions()
  private var chance: SplitMix64
  private var script: [StepTimes] = []
  private var rounds: [Report.Round] = []
  /// How much of the evening's record has been looked at.
  private var seen = 0
  private(set) var roundJustEnded: Int?

  init(_ rehearsal: Rehearsal) throws(Refusal) {
    self.rehearsal = rehearsal
    chance = SplitMix64(seed: rehearsal.seed)
    evening = try VirtualEvening(policy: Policy(people: max(2, rehearsal.guests.count + Table.most)))
    for guest in rehearsal.guests { try evening.give(.invite(guest)) }
    for number in rehearsal.guests.indices {
      if chance.hits(rehearsal.mishaps.noShows) { continue }
      let isLate = chance.hits(rehearsal.mishaps.late)
      occasions.plan(.arrive(guest: number), at: evening.now + (isLate ? chance.length(upTo: 1_200_000) : 0))
    }
    var agenda = rehearsal.agenda
    agenda.start = nil
    try evening.give(.setAgenda(agenda))
    for table in evening.gathering.tables where table.hasScreen {
      try evening.give(.join(Arrival(table: table.name)))
    }
    while occasions.next == evening.now { try act() }
    try evening.give(.startAgenda)
    script = evening.gathering.timeline
    planFaults()
    look()
  }

  private mutating func planFaults() {
    let length = script.compactMap(\.endsAt).max() ?? evening.now + 3_600_000
    let span = max(1, length - evening.now)
    for number in rehearsal.guests.indices where chance.hits(rehearsal.mishaps.drops) {
      occasions.plan(.drop(guest: number), at: evening.now + chance.length(upTo: span))
    }
    guard rehearsal.mishaps.crashes else { return }
    for _ in 0..<3 {
      let down = 1_000 + chance.length(upTo: 9_000)
      occasions.plan(.crash(downFor: down), at: evening.now + chance.length(upTo: span))
    }
  }

  /// Goes on to whatever happens next.
  ///
  /// - Returns: whether anything is left to happen.
  mutating func goOn() throws(Refusal) -> Bool {
    roundJustEnded = nil
    let next = [occasions.next, evening.nextDeadline].compactMap(\.self).min()
    guard let next, next.milliseconds < Rehearsal.longest, evening.gathering.script?.place != .over else {
      return false
    }
    evening.wait(until: next)
    look()
    while let due = occasions.next, due <= evening.now { try act() }
    return true
  }

  private mutating func act() throws(Refusal) {
    switch occasions.take() {
    case .arrive(let number):
      let guest = rehearsal.guests[number]
      try evening.give(.join(Arrival(subject: guest.subject, name: guest.name)))
    case .drop(let number):
      guard let person = evening.gathering.person(subject: rehearsal.guests[number].subject), person.isPresent
      else { return }
      try evening.give(.disconnect(person.id))
      if !chance.hits(0.1) {
        occasions.plan(.comeBack(person.id), at: evening.now + 2_000 + chance.length(upTo: 58_000))
      }
    case .comeBack(let person):
      guard let person = evening.gathering[person], !person.isPresent else { break }
      try evening.give(.join(person.isScreen ? Arrival(table: person.table) : Arrival(resuming: person.id)))
    case .goOn:
      // The evening may have gone on by itself, or be in a round that somebody has to let end.
      if evening.gathering.script?.interlude?.endsAt == nil { try? evening.give(.nextStep) }
    case .crash(let down):
      let here = evening.gathering.people.filter(\.isPresent).map(\.id)
      try evening.crash(downFor: down)
      for person in here { occasions.plan(.comeBack(person), at: evening.now + chance.length(upTo: 2_000)) }
    case nil:
      break
    }
    look()
  }

  /// Notes what happened since the last look, and lets people react to it.
  private mutating func look() {
    while seen < evening.record.count {
      let entry = evening.record[seen]
      seen += 1
      switch entry.change {
      case .started:
        if let round = evening.gathering.running {
          rounds.append(Report.Round(round, evening.gathering, at: entry.at))
        }
      case .ended(let number):
        roundJustEnded = number
        if let last = rounds.indices.last { rounds[last].endedAt = entry.at }
        wish()
      case .stepped(_, nil):
        occasions.plan(.goOn, at: entry.at + Rehearsal.patience)
      default:
        break
      }
    }
  }

  /// After a round one pair in ten would like to go on, and says so.
  private mutating func wish() {
    guard let round = rounds.last else { return }
    for group in round.groups {
      for (place, one) in group.enumerated() {
        for other in group[(place + 1)...] where chance.hits(0.1) {
          try? evening.give(.wish(one, of: other, true))
          try? evening.give(.wish(other, of: one, true))
        }
      }
    }
  }

  func report() -> Report {
    Report(evening, planned: script, rounds: rounds)
  }
}

extension SplitMix64 {
  fileprivate mutating func hits(_ share: Double) -> Bool {
    Double(Int.random(in: 0..<1_000_000, using: &self)) < share * 1_000_000
  }

  fileprivate mutating func length(upTo most: Milliseconds) -> Milliseconds {
    Milliseconds.random(in: 0..<max(1, most), using: &self)
  }
}
