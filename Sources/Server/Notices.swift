import Pairing
import Rounds
import Signalling

/// What people have to be told because of the changes of one command: a pure reading of changes.
struct Notices {
  enum Audience {
    case person(PersonID)
    case leaders
  }

  private(set) var messages: [(Audience, ServerMessage)] = []
  /// Everybody gets the phase once, as it is in the end.
  private(set) var phaseChanged = false
  /// Everybody gets the agenda once, as it is in the end.
  private(set) var agendaChanged = false
  private(set) var roster: Set<PersonID> = []
  /// Whose connections are to be ended once the messages are out.
  private(set) var removed: [PersonID] = []
  private(set) var hasEnded = false
  /// Whether tables or their screens are others than before.
  private(set) var tablesChanged = false
  /// Whether somebody sits at another table than before.
  private(set) var seatingChanged = false
  /// The round whose seating was decided, if one was.
  private(set) var seated: Int?

  /// - Parameter gathering: as it is right after the change.
  mutating func note(_ change: Change, in gathering: Gathering) {
    switch change {
    case .invited(let person), .updated(let person):
      roster.insert(person.id)
    case .joined(let person):
      roster.insert(person)
      tellPeers(of: person, .back, in: gathering)
      noteScreen(person, gathering)
    case .checkedIn(let person), .expected(let person):
      roster.insert(person)
    case .lost(let person):
      roster.insert(person)
      tellPeers(of: person, .lost, in: gathering)
    case .away(let person), .left(let person):
      roster.insert(person)
      noteScreen(person, gathering)
    case .removed(let person):
      roster.insert(person)
      removed.append(person)
    case .passed(let person, _), .takenOut(let person):
      roster.insert(person)
      if let found = gathering[person] { messages.append((.person(person), .pass(Passing(found)))) }
      // Why there is no room is another reason now.
      if let round = gathering.running, round.room(of: person) == nil { assign(person, round, gathering) }
    case .wished(let person, let other, let on):
      if on, gathering.isMatch(Pair(person, other)) { tellMatch(person, other, gathering) }
    case .helpCalled(let room, let person, let on):
      let call = ServerMessage.help(HelpCall(room: room, on: on, from: person))
      // Who called learns that a host has seen to it, or not after all; the others of the room never hear of it.
      messages += [(.leaders, call), (.person(person), call)]
    case .called, .uncalled, .paused:
      phaseChanged = true
      agendaChanged = gathering.script != nil
    case .seated:
      if let round = gathering.coming?.round {
        assignEverybody(round, gathering)
        seated = round.number
      }
      seatingChanged = true
    case .started, .ended:
      phaseChanged = true
      seatingChanged = true
      agendaChanged = gathering.script != nil
      roster.formUnion(gathering.people.lazy.filter(\.holdsSeat).map(\.id))
    case .resumed, .rescheduled:
      phaseChanged = true
      agendaChanged = gathering.script != nil
      for round in [gathering.running, gathering.coming?.round] {
        if let round { assignEverybody(round, gathering) }
      }
    case .reseated(let number, let moves):
      if let round = gathering.round(number) { tell(moves, round, gathering) }
      seatingChanged = true
    case .relinked(let room, let pairs):
      for pair in pairs { tellRelinked(pair, room, gathering) }
    case .closed:
      phaseChanged = true
      hasEnded = true
    case .furnished:
      tablesChanged = true
    case .scripted, .stepped, .agendaStopped, .agendaEnded:
      phaseChanged = true
      agendaChanged = true
      if case .scripted(let agenda) = change, agenda.tables != nil { tablesChanged = true }
    case .interrupted, .blocked, .kept:
      break
    }
  }

  private mutating func assignEverybody(_ round: Round, _ gathering: Gathering) {
    for person in gathering.people where person.isPresent { assign(person.id, round, gathering) }
  }

  private mutating func assign(_ person: PersonID, _ round: Round, _ gathering: Gathering) {
    messages.append((.person(person), .assignment(Assignment(of: person, in: round, gathering))))
  }

  private mutating func tell(_ moves: [Move], _ round: Round, _ gathering: Gathering) {
    let movers = Set(moves.map(\.person))
    for move in moves {
      roster.insert(move.person)
      assign(move.person, round, gathering)
      let peer = Peer(move.person, link: 1, initiator: false, gathering)
      if let from = move.from {
        if let room = round.room(from) {
          for other in listeners(to: move.person, in: room, gathering) where !movers.contains(other) {
            messages.append((.person(other), .peer(PeerChange(room: from, change: .left, peer: peer))))
          }
          tellAround(move.person, room, gathering)
        }
      }
      guard let to = move.to, let room = round.room(to) else { continue }
      tellAround(move.person, room, gathering)
      for other in listeners(to: move.person, in: room, gathering) where !movers.contains(other) {
        let peer = Peer(move.person, of: other, in: room, gathering)
        messages.append((.person(other), .peer(PeerChange(room: to, change: .joined, peer: peer))))
      }
    }
  }

  private mutating func tellPeers(of person: PersonID, _ change: PeerChange.Change, in gathering: Gathering) {
    for round in [gathering.running, gathering.coming?.round] {
      guard let found = gathering[person], let room = round?.room(of: person) else { continue }
      // A phone that sleeps in the venue takes nobody away from the table.
      if gathering.sitsAtTables(found) { continue }
      let hold = change == .lost ? Int(gathering.policy.length(of: gathering.hold(of: found)) / 1000) : nil
      for other in listeners(to: person, in: room, gathering) {
        let peer = Peer(person, of: other, in: room, gathering)
        messages.append(
          (.person(other), .peer(PeerChange(room: room.id, change: change, peer: peer, holdSeconds: hold))))
      }
    }
  }

  /// Those who have the person among their peers.
  private func listeners(to person: PersonID, in room: Rounds.Room, _ gathering: Gathering) -> [PersonID] {
    guard let found = gathering[person] else { return [] }
    let others = room.people.filter { $0 != person }
    guard let screen = room.screen else { return others }
    let (around, online) = (
      others.filter { isAround($0, gathering) }, others.filter { !isAround($0, gathering) }
    )
    if found.isScreen { return online }
    // Those around the table list everybody but the screen; the screen and those at home see each other only.
    return gathering.sitsAtTables(found) ? around : around + online + [screen]
  }

  private func isAround(_ person: PersonID, _ gathering: Gathering) -> Bool {
    gathering[person].map(gathering.sitsAtTables) ?? false
  }

  /// Who is shown the table learns who sits around it now.
  private mutating func tellAround(_ mover: PersonID, _ room: Rounds.Room, _ gathering: Gathering) {
    guard let screen = room.screen, isAround(mover, gathering) else { return }
    let people = gathering.around(screen, in: room).compactMap { gathering[$0] }.map(Lobby.Card.init)
    for other in [screen] + room.people where !isAround(other, gathering) {
      messages.append((.person(other), .around(Around(room: room.id, people: people))))
    }
  }

  /// A screen came or went: a table becomes a bridge, or a bridge a table.
  private mutating func noteScreen(_ person: PersonID, _ gathering: Gathering) {
    guard let table = gathering[person]?.table else { return }
    tablesChanged = true
    for round in [gathering.running, gathering.coming?.round].compactMap({ $0 }) {
      for room in round.rooms where room.table == table {
        for other in room.people { assign(other, round, gathering) }
      }
    }
  }

  private mutating func tellRelinked(_ pair: Pair, _ room: RoomID, _ gathering: Gathering) {
    guard let room = gathering.room(room) else { return }
    for (person, other) in [(pair.low, pair.high), (pair.high, pair.low)] {
      let peer = Peer(other, of: person, in: room, gathering)
      messages.append((.person(person), .peer(PeerChange(room: room.id, change: .relinked, peer: peer))))
    }
  }

  private mutating func tellMatch(_ person: PersonID, _ other: PersonID, _ gathering: Gathering) {
    for (one, two) in [(person, other), (other, person)] {
      guard let found = gathering[two] else { continue }
      messages.append((.person(one), .match(Match(person: two, name: found.name, contact: found.contact))))
    }
  }
}
