import Pairing
import Rehearsal
import Rounds
import Testing

/// What holds in every evening at every instant, told from the record and from what can be seen; nothing here asks the
/// core why.
struct EveningChecks {
  let seed: UInt64
  private var seen = 0
  private var apart: Set<Pair> = []
  private var blocks: [PersonID: Set<PersonID>] = [:]
  private var started = 0
  private var isRunning = false
  private var last = Instant(milliseconds: 0)

  init(seed: UInt64) {
    self.seed = seed
  }

  mutating func check(_ evening: VirtualEvening) {
    for entry in evening.record[seen...] { follow(entry) }
    seen = evening.record.count
    for round in [evening.gathering.running, evening.gathering.coming?.round].compactMap(\.self) {
      check(round, evening.gathering)
    }
    checkAgenda(evening)
  }

  /// Rounds start and end once each, in order, and the clock never goes back.
  private mutating func follow(_ entry: VirtualEvening.Entry) {
    #expect(entry.at >= last, "seed \(seed): the clock went back")
    last = entry.at
    switch entry.change {
    case .started(let number):
      #expect(number == started + 1 && !isRunning, "seed \(seed): round \(number) came after \(started)")
      started = number
      isRunning = true
    case .ended(let number):
      #expect(number == started && isRunning, "seed \(seed): round \(number) ended twice")
      isRunning = false
    case .blocked(let person, let other, let on):
      if on { blocks[person, default: []].insert(other) } else { blocks[person]?.remove(other) }
    case .kept(let pair, let rule):
      if rule == .apart { apart.insert(pair) } else { apart.remove(pair) }
    default:
      break
    }
  }

  private func check(_ round: Round, _ gathering: Gathering) {
    let seated = round.rooms.flatMap(\.people)
    #expect(Set(seated).count == seated.count, "seed \(seed): somebody sits twice")
    #expect(seated.allSatisfy { gathering[$0]?.holdsSeat == true }, "seed \(seed): somebody absent is seated")
    let unseated = gathering.people.filter { $0.isPresent && !$0.isPassing && round.room(of: $0.id) == nil }
    #expect(Set(unseated.map(\.id)) == round.waiting, "seed \(seed): those who wait are not known")
    for room in round.rooms {
      #expect(room.people.count <= 6, "seed \(seed): a room is too full")
      for (place, one) in room.people.enumerated() {
        for other in room.people[(place + 1)...] {
          let isAllowed = mayMeet(one, other, round, gathering)
          // Whom a rule parts for later rounds only may finish the talk that they are in.
          #expect(
            isAllowed || apart.contains(Pair(one, other)) && round.number == gathering.running?.number,
            "seed \(seed): \(one) and \(other) are in one room")
        }
      }
      let isAlone = room.people.count == 1 && gathering[room.people[0]]?.isPresent == true
      let others = isAlone ? unseated.map(\.id) : []
      #expect(
        !isAlone || !others.contains { mayMeet(room.people[0], $0, round, gathering) },
        "seed \(seed): somebody sits alone in vain")
    }
    checkWaiting(unseated.map(\.id), round, gathering)
  }

  /// Whoever waits has nobody to join: no room with a free seat and nobody in it to be kept from, nobody else waiting.
  private func checkWaiting(_ waiting: [PersonID], _ round: Round, _ gathering: Gathering) {
    for person in waiting {
      let couldJoin = round.rooms.contains { room in
        (1..<6).contains(room.people.count) && room.people.contains { gathering[$0]?.isPresent == true }
          && room.people.allSatisfy { mayMeet(person, $0, round, gathering) }
      }
      let couldPair = waiting.contains { $0 != person && mayMeet(person, $0, round, gathering) }
      #expect(!couldJoin && !couldPair, "seed \(seed): \(person) waits in vain")
    }
  }

  private func mayMeet(_ one: PersonID, _ other: PersonID, _ round: Round, _ gathering: Gathering) -> Bool {
    if apart.contains(Pair(one, other)) { return false }
    if blocks[one]?.contains(other) == true || blocks[other]?.contains(one) == true { return false }
    guard round.settings.pairing.isHard, round.settings.pairing.avoidsSame != nil else { return true }
    // Who says nothing of a company is of none, and of nobody else's.
    let company = gathering[one]!.profile.company
    return company.isEmpty || company != gathering[other]!.profile.company
  }

  /// An agenda that runs has something that will happen, or waits for whoever leads.
  private func checkAgenda(_ evening: VirtualEvening) {
    let gathering = evening.gathering
    guard !gathering.hasEnded, let script = gathering.script, gathering.running == nil else { return }
    if case .lobby(_, let interlude) = script.place, interlude.endsAt != nil, interlude.pausedAt == nil {
      let waitsForPlanner = gathering.callToSeat(at: evening.now) != nil
      #expect(
        evening.nextDeadline != nil || waitsForPlanner, "seed \(seed): the agenda has stopped by itself")
    }
    if case .rounds = script.place {
      #expect(gathering.coming != nil, "seed \(seed): the agenda is in no round")
    }
  }
}
