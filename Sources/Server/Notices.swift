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

  private let seatHold: Milliseconds

  init(seatHold: Milliseconds) {
    self.seatHold = seatHold
  }

  /// - Parameter gathering: as it is right after the change.
  mutating func note(_ change: Change, in gathering: Gathering) {
    switch change {
    case .invited(let person), .updated(let person):
      roster.insert(person.id)
    case .joined(let person):
      roster.insert(person)
      tellPeers(of: person, .back, in: gathering)
    case .lost(let person):
      roster.insert(person)
      tellPeers(of: person, .lost, in: gathering)
    case .away(let person), .left(let person):
      roster.insert(person)
    case .removed(let person):
      roster.insert(person)
      removed.append(person)
    case .passed(let person, let on):
      roster.insert(person)
      if on, let round = gathering.running, round.room(of: person) == nil { assign(person, round, gathering) }
    case .wished(let person, let other, let on):
      if on, gathering.isMatch(Pair(person, other)) { tellMatch(person, other, gathering) }
    case .helpCalled(let room, let person, let on):
      messages.append((.leaders, .help(HelpCall(room: room, on: on, from: person))))
    case .called, .uncalled, .paused:
      phaseChanged = true
      agendaChanged = gathering.script != nil
    case .seated:
      if let round = gathering.coming?.round { assignEverybody(round, gathering) }
    case .started, .ended:
      phaseChanged = true
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
    case .relinked(let room, let pairs):
      for pair in pairs { tellRelinked(pair, room, gathering) }
    case .closed:
      phaseChanged = true
      hasEnded = true
    case .scripted, .stepped, .agendaStopped, .agendaEnded:
      phaseChanged = true
      agendaChanged = true
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
        for other in round.room(from)?.people ?? [] where !movers.contains(other) {
          messages.append((.person(other), .peer(PeerChange(room: from, change: .left, peer: peer))))
        }
      }
      guard let to = move.to, let room = round.room(to) else { continue }
      for other in room.people where !movers.contains(other) {
        let peer = Peer(move.person, of: other, in: room, gathering)
        messages.append((.person(other), .peer(PeerChange(room: to, change: .joined, peer: peer))))
      }
    }
  }

  private mutating func tellPeers(of person: PersonID, _ change: PeerChange.Change, in gathering: Gathering) {
    for round in [gathering.running, gathering.coming?.round] {
      guard let room = round?.room(of: person) else { continue }
      for other in room.people where other != person {
        let peer = Peer(person, of: other, in: room, gathering)
        let hold = change == .lost ? Int(seatHold / 1000) : nil
        messages.append(
          (.person(other), .peer(PeerChange(room: room.id, change: change, peer: peer, holdSeconds: hold))))
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
