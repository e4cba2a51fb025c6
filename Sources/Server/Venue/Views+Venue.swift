// The venue as the wire shows it.

import Pairing
import Rounds
import Signalling

extension Assignment.Room {
  init(_ room: Rounds.Room) {
    self.init(
      id: room.id, kind: room.table == nil ? .online : room.screen == nil ? .table : .bridge,
      table: room.table)
  }
}

extension Lobby.Card {
  init(_ person: Person) {
    self.init(id: person.id, name: person.name, mode: person.mode, profile: person.profile)
  }
}

extension TableSeating {
  init(_ round: Rounds.Round, _ gathering: Gathering) {
    let groups = round.rooms.compactMap { room -> Group? in
      guard let table = room.table, !room.people.isEmpty else { return nil }
      let people = room.people.compactMap { gathering[$0] }
      return Group(
        table: table, people: people.filter(gathering.sitsAtTables).map(\.name),
        guests: people.filter { !gathering.sitsAtTables($0) }.map(\.name))
    }
    self.init(round: round.number, startsAt: round.startsAt, tables: groups)
  }
}
