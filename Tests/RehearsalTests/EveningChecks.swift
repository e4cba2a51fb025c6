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
    let unseated = gathering.people.filter {
      isHere($0, gathering) && !$0.isPassing && !$0.isScreen && round.room(of: $0.id) == nil
    }
    #expect(Set(unseated.map(\.id)) == round.waiting, "seed \(seed): those who wait are not known")
    for room in round.rooms {
      checkPlace(room, round, gathering)
      for (place, one) in room.people.enumerated() {
        for other in room.people[(place + 1)...] {
          let isAllowed = mayMeet(one, other, round, gathering)
          // Whom a rule parts for later rounds only may finish the talk that they are in.
          #expect(
            isAllowed || apart.contains(Pair(one, other)) && round.number == gathering.running?.number,
            "seed \(seed): \(one) and \(other) are in one room")
        }
      }
      let isAlone = room.people.count == 1 && isHere(gathering[room.people[0]]!, gathering)
      let others = isAlone ? unseated.map(\.id) : []
      #expect(
        !isAlone
          || !others.contains {
            mayMeet(room.people[0], $0, round, gathering) && hasSeat($0, in: room, gathering)
          }, "seed \(seed): somebody sits alone in vain")
    }
    checkWaiting(unseated.map(\.id), round, gathering)
  }

  /// Whoever waits has nobody to join: no room with a free seat and nobody in it to be kept from, nobody else waiting.
  private func checkWaiting(_ waiting: [PersonID], _ round: Round, _ gathering: Gathering) {
    for person in waiting {
      let couldJoin = round.rooms.contains { room in
        hasSeat(person, in: room, gathering) && room.people.contains { isHere(gathering[$0]!, gathering) }
          && room.people.allSatisfy { mayMeet(person, $0, round, gathering) }
      }
      let couldPair = waiting.contains {
        $0 != person && mayMeet(person, $0, round, gathering) && haveTable(person, $0, round, gathering)
      }
      #expect(!couldJoin && !couldPair, "seed \(seed): \(person) waits in vain")
    }
  }

  // MARK: The venue

  private func sitsAtTables(_ person: PersonID, _ gathering: Gathering) -> Bool {
    gathering[person]!.mode == .venue && !gathering.tables.isEmpty
  }

  /// A phone in the venue may sleep.
  private func isHere(_ person: Person, _ gathering: Gathering) -> Bool {
    if case .lost = person.presence { return sitsAtTables(person.id, gathering) && !person.isScreen }
    return person.presence == .present || person.presence == .checkedIn
  }

  private func hasSeat(_ person: PersonID, in room: Room, _ gathering: Gathering) -> Bool {
    let inVenue = sitsAtTables(person, gathering)
    guard let name = room.table else { return !inVenue && room.people.count < 6 }
    let seated = room.people.count { sitsAtTables($0, gathering) }
    let table = gathering.tables.first { $0.name == name }!
    return inVenue
      ? table.isOpen && seated < table.seats : room.screen != nil && room.people.count - seated < 5
  }

  private func haveTable(_ one: PersonID, _ other: PersonID, _ round: Round, _ gathering: Gathering) -> Bool {
    let inVenue = [one, other].count { sitsAtTables($0, gathering) }
    if inVenue == 0 { return true }
    let taken = round.rooms.filter { !$0.people.isEmpty }.compactMap(\.table)
    return gathering.tables.contains { table in
      let hasScreen = gathering.people.contains { $0.table == table.name && $0.holdsSeat }
      return table.isOpen && !taken.contains(table.name) && (inVenue == 2 || hasScreen)
    }
  }

  private func checkPlace(_ room: Room, _ round: Round, _ gathering: Gathering) {
    let atTable = room.people.filter { sitsAtTables($0, gathering) }
    guard let name = room.table else {
      #expect(room.people.count <= 6, "seed \(seed): a room is too full")
      #expect(
        atTable.isEmpty || !gathering.tables.isEmpty,
        "seed \(seed): somebody of the venue sits in a room at home")
      return
    }
    let table = gathering.tables.first { $0.name == name }
    #expect(atTable.count <= table?.seats ?? 0, "seed \(seed): table \(name) is too full")
    #expect(table?.isOpen == true || room.people.isEmpty, "seed \(seed): somebody sits at a closed table")
    #expect(
      room.people.count == atTable.count || room.screen != nil,
      "seed \(seed): somebody at home sits at a table without a screen")
    #expect(
      round.rooms.count { $0.table == name && !$0.people.isEmpty } <= 1,
      "seed \(seed): a table is there twice")
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
