// The core's values as the wire shows them.

import Pairing
import Rounds
import Signalling

extension Peer {
  /// `person` as `other` sees it in their room.
  init(_ person: PersonID, of other: PersonID, in room: Rounds.Room, _ gathering: Gathering) {
    self.init(
      person, link: room.link(Pair(person, other)), initiator: Rounds.Room.initiates(other, towards: person),
      gathering)
  }

  /// - Parameter initiator: whether whoever is told this makes the first offer.
  init(_ id: PersonID, link: Int, initiator: Bool, _ gathering: Gathering) {
    let person = gathering.people[id.rawValue - 1]
    self.init(
      id: id, name: person.name, mode: person.mode, profile: person.profile, initiator: initiator, link: link,
      presence: Reachability(person.presence))
  }
}

extension Assignment {
  init(of person: PersonID, in round: Round, _ gathering: Gathering) {
    let room = round.room(of: person)
    self.init(
      round: round.number,
      room: room.map(Room.init),
      peers: room.map { room in
        gathering.peers(of: person, in: room).map { Peer($0, of: person, in: room, gathering) }
      } ?? [],
      around: room.map { gathering.around(person, in: $0).compactMap { gathering[$0] }.map(Lobby.Card.init) }
        ?? [],
      startsAt: round.startsAt, endsAt: round.endsAt, prompt: round.settings.prompt,
      reason: room == nil ? Reasons.withoutSeat(person, in: round, gathering) : nil,
      note: room.flatMap { Reasons.size(of: $0, in: round, locale: gathering.locale) },
      turns: room.flatMap(round.turns))
  }
}

extension Passing {
  init(_ person: Person) {
    self.init(on: person.isPassing, isByHost: person.isPassing && person.takenOutBy != nil)
  }
}

extension RosterEntry {
  init(_ person: Person, _ gathering: Gathering, quality: LineQuality? = nil) {
    let running = gathering.running
    self.init(
      id: person.id, name: person.name, mode: person.mode, presence: Reachability(person.presence),
      room: running?.room(of: person.id)?.id, table: running?.room(of: person.id)?.table,
      isPassing: person.isPassing,
      isWaiting: running?.waiting.contains(person.id) == true, quality: quality)
  }
}

extension GatheringInfo {
  init(_ gathering: Gathering) {
    self.init(
      id: gathering.id, title: gathering.title, locale: gathering.locale, isOpen: gathering.isOpen,
      question: gathering.script?.agenda.question, hasVenue: !gathering.tables.isEmpty)
  }
}

extension Lobby {
  init(_ gathering: Gathering, present: Int) {
    let here = gathering.people.lazy.filter { !$0.isScreen && ($0.isPresent || $0.presence == .checkedIn) }
    self.init(present: present, people: here.prefix(Lobby.shown).map(Card.init))
  }
}

extension ProtocolError {
  init(_ refusal: Refusal, re: String?) {
    let code: ErrorCode =
      switch refusal.reason {
      case .conflict: .conflict
      case .forbidden: .forbidden
      case .notFound: .notFound
      case .unavailable: .unavailable
      }
    self.init(code, refusal.sentence, re: re)
  }
}

extension Profile {
  /// What somebody says of themselves, completed by what is known of them already.
  func completed(by said: Profile) -> Profile {
    Profile(
      headline: said.headline.isEmpty ? headline : said.headline,
      company: said.company.isEmpty ? company : said.company,
      topics: said.topics.isEmpty ? topics : said.topics,
      answer: said.answer.isEmpty ? answer : said.answer)
  }
}
