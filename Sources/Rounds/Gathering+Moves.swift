import Pairing

// Whom a host seats by hand, and where.
extension Gathering {
  func move(_ id: PersonID, to target: RoomID?) throws(Refusal) -> [Change] {
    let person = try known(id)
    guard let target = target ?? freeRoom(for: id) else {
      throw Refusal(.conflict, "There is no other room with a free seat now.")
    }
    guard let round = round(target.round), let room = round.room(target), !room.people.isEmpty else {
      throw Refusal(.notFound, "There is no room \(target) with people in it now.")
    }
    try requireHere(person)
    guard !room.people.contains(id) else {
      throw Refusal(.conflict, "\(person.name) sits in \(target) already.")
    }
    try checkPlace(for: person, in: room, of: round)
    for other in room.people { try requireMeeting(id, other, in: round) }
    return seat([id], in: target, of: round)
  }

  /// A room for one would be repaired at once, so a new one takes two.
  func moveTogether(_ id: PersonID, _ other: PersonID) throws(Refusal) -> [Change] {
    let (one, two) = (try known(id), try known(other))
    if id == other { throw Refusal(.conflict, "Name two people: \(id) stands there twice.") }
    guard let round = running ?? coming?.round else {
      throw Refusal(.conflict, "There are no rooms now: start a round first.")
    }
    for person in [one, two] { try requireHere(person) }
    try requireMeeting(id, other, in: round)
    // Whoever stayed behind alone would be seated with them again at once.
    if round.room(of: id)?.people.contains(other) == true {
      throw Refusal(
        .conflict, "\(one.name) and \(two.name) sit in one room already: move the others out of it.")
    }
    guard let place = place(for: id, other, in: round) else {
      throw Refusal(.conflict, "There is no free table where \(one.name) and \(two.name) could sit together.")
    }
    return seat([id, other], in: round.nextRoom, of: round, at: place)
  }

  /// Whoever a host had taken out is back in by it; who sits out by own wish does so from the next round on.
  private func seat(_ people: [PersonID], in room: RoomID, of round: Round, at place: Place = .home)
    -> [Change]
  {
    var table: String? = if case .table(let name) = place { name } else { nil }
    var moves: [Move] = []
    for person in people {
      moves.append(Move(person: person, from: round.room(of: person)?.id, to: room, table: table))
      // The first of them opens the room.
      table = nil
    }
    return [.reseated(round: round.number, moves: moves)]
      + people.filter { self[$0]?.takenOutBy != nil }.map { .passed(person: $0, on: false) }
  }

  private func requireMeeting(_ id: PersonID, _ other: PersonID, in round: Round) throws(Refusal) {
    if mayMeet(Pair(id, other), round.settings.pairing) { return }
    let names = [id, other].map { self[$0]?.name ?? "\($0)" }
    throw Refusal(.conflict, "\(names[0]) and \(names[1]) are kept apart.")
  }

  func move(_ id: PersonID, toTable name: String) throws(Refusal) -> [Change] {
    _ = try known(table: name)
    guard let round = running ?? coming?.round,
      let room = round.rooms.last(where: { $0.table == name && !$0.people.isEmpty })
    else { throw Refusal(.conflict, "Nobody sits at table \(name) now: move people to where somebody sits.") }
    return try move(id, to: room.id)
  }

  private func checkPlace(for person: Person, in room: Room, of round: Round) throws(Refusal) {
    guard let table = room.table else {
      if sitsAtTables(person) {
        throw Refusal(
          .conflict, "\(person.name) is in the venue, and \(room.id) is a room of people at home.")
      }
      if room.people.count < Room.mostPeople { return }
      throw Refusal(.conflict, "\(room.id) is full: a room seats \(Room.mostPeople).")
    }
    if hasSeat(for: person.id, in: room, of: round) { return }
    if sitsAtTables(person) { throw Refusal(.conflict, "Table \(table) has no free seat.") }
    throw Refusal(
      .conflict,
      room.screen == nil
        ? "\(person.name) is at home, and table \(table) has no screen now."
        : "The screen of table \(table) is full: it shows \(Table.mostOnScreen).")
  }

  private func freeRoom(for id: PersonID) -> RoomID? {
    running.flatMap { $0.room(for: id, company(of: $0))?.id }
  }
}
