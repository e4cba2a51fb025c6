import Pairing

// Who comes, goes and wishes for what.
extension Gathering {
  func known(_ id: PersonID) throws(Refusal) -> Person {
    guard let person = self[id] else {
      throw Refusal(.notFound, "There is no person \(id) in this gathering.")
    }
    if person.isScreen {
      throw Refusal(.conflict, "\(id) is the screen of table \(person.name), not a person.")
    }
    return person
  }

  func requireHere(_ person: Person) throws(Refusal) {
    if !person.holdsSeat { throw Refusal(.conflict, "\(person.name) is not here.") }
  }

  func invite(_ guest: Invitation) throws(Refusal) -> [Change] {
    let known = self.person(subject: guest.subject)
    var person = if let known { known } else { try newcomer(guest.subject, guest.name) }
    person.name = guest.name
    person.mode = guest.mode
    person.profile = guest.profile
    person.contact = guest.contact
    person.part = guest.part
    if known == nil { return [.invited(person: person)] }
    return person == known ? [] : [.updated(person: person)]
  }

  func join(_ arrival: Arrival) throws(Refusal) -> [Change] {
    if let table = arrival.table { return try joinScreen(of: table, arrival) }
    let known = try whoIs(arrival)
    if known?.presence == .removed {
      throw Refusal(.forbidden, "A host has removed you from this gathering.")
    }
    guard let name = arrival.name ?? known?.name else {
      throw Refusal(.forbidden, "Say your name to join.")
    }
    var person = if let known { known } else { try newcomer(arrival.subject, name) }
    person.name = name
    person.mode = arrival.mode ?? person.mode
    person.profile = arrival.profile ?? person.profile
    person.contact = arrival.contact ?? person.contact
    guard let known else { return [.invited(person: person), .joined(person: person.id)] }
    // A seat at a table is of no use at home, nor the other way round.
    let moved = person.mode == known.mode || tables.isEmpty ? [] : vacate(person.id)
    return moved + (person == known ? [] : [.updated(person: person)]) + staleLinks(of: arrival, person.id)
      + [.joined(person: person.id)]
  }

  private func joinScreen(of name: String, _ arrival: Arrival) throws(Refusal) -> [Change] {
    _ = try known(table: name)
    if let screen = screens[name] { return staleLinks(of: arrival, screen) + [.joined(person: screen)] }
    let number = try newcomer(nil, name).id
    let screen = Person(id: number, name: name, table: name, mode: .venue)
    return [.invited(person: screen), .joined(person: number)]
  }

  private func whoIs(_ arrival: Arrival) throws(Refusal) -> Person? {
    if let id = arrival.resuming { return try known(id) }
    return arrival.subject.flatMap { person(subject: $0) }
  }

  func newcomer(_ subject: String?, _ name: String) throws(Refusal) -> Person {
    guard people.count < policy.people else {
      throw Refusal(
        .unavailable, "The gathering is full: its list has \(people.count) people, the most it may have.")
    }
    return Person(id: PersonID(rawValue: people.count + 1), subject: subject, name: name)
  }

  /// Whatever connection the arriving person does not hold any more has to start anew.
  private func staleLinks(of arrival: Arrival, _ person: PersonID) -> [Change] {
    [running, coming?.round].compactMap { $0?.room(of: person) }.compactMap { room in
      let pairs = peers(of: person, in: room).filter { arrival.links[$0] != room.link(Pair(person, $0)) }
        .map { Pair(person, $0) }
      return pairs.isEmpty ? nil : .relinked(room: room.id, pairs: pairs)
    }
  }

  func leave(_ id: PersonID) throws(Refusal) -> [Change] {
    if self[id]?.isScreen != true { _ = try known(id) }
    return vacate(id) + [.left(person: id)]
  }

  /// Gives up the person's seats.
  func vacate(_ id: PersonID) -> [Change] {
    if self[id]?.isScreen == true { return giveUpScreen(id) }
    return [running, coming?.round].compactMap { $0.flatMap { vacate(id, $0) } }
  }

  func vacate(_ person: PersonID, _ round: Round) -> Change? {
    round.room(of: person).map { room in
      .reseated(round: round.number, moves: [Move(person: person, from: room.id, to: nil)])
    }
  }

  func remove(_ id: PersonID) throws(Refusal) -> [Change] {
    if try known(id).presence == .removed { throw Refusal(.conflict, "\(id) has been removed already.") }
    return vacate(id) + [.removed(person: id)]
  }

  func pass(_ id: PersonID, _ on: Bool) throws(Refusal) -> [Change] {
    guard try known(id).isPassing != on else { return [] }
    let seat = on ? coming?.round.flatMap { vacate(id, $0) } : nil
    return [.passed(person: id, on: on)] + (seat.map { [$0] } ?? [])
  }

  /// Unlike a wish of one's own it holds at once: a host has a reason for it now.
  func takeOut(_ id: PersonID, _ on: Bool) throws(Refusal) -> [Change] {
    let person = try known(id)
    guard on else { return try pass(id, false) }
    try requireHere(person)
    return (person.isPassing ? [] : [.takenOut(person: id)]) + vacate(id)
  }

  func wish(_ id: PersonID, of other: PersonID, _ on: Bool) throws(Refusal) -> [Change] {
    _ = (try known(id), try known(other))
    if id == other { throw Refusal(.conflict, "Wish for somebody else: \(id) is you.") }
    return wishes[id, default: []].contains(other) == on ? [] : [.wished(person: id, of: other, on: on)]
  }

  func help(_ id: PersonID, _ on: Bool) throws(Refusal) -> [Change] {
    guard let room = running?.room(of: id) else {
      if !on { return [] }
      throw Refusal(.conflict, "Help is called to a room, and you are in none.")
    }
    // One call is enough for a room, and only whoever called takes it back.
    let changes = on ? helpCalls[room.id] == nil : helpCalls[room.id] == id
    return changes ? [.helpCalled(room: room.id, by: id, on: on)] : []
  }

  func helpDone(_ id: RoomID) throws(Refusal) -> [Change] {
    guard let person = helpCalls[id] else {
      throw Refusal(.conflict, "\(id) calls for nobody any more: another host has seen to it.")
    }
    return [.helpCalled(room: id, by: person, on: false)]
  }

  func helpNotDone(_ id: RoomID, by caller: PersonID) throws(Refusal) -> [Change] {
    let person = try known(caller)
    guard running?.room(of: caller)?.id == id else {
      throw Refusal(.conflict, "\(person.name) does not sit in \(id) any more, so nobody calls from there.")
    }
    if helpCalls[id] != nil { throw Refusal(.conflict, "\(id) calls for a host already.") }
    return [.helpCalled(room: id, by: caller, on: true)]
  }

  func relink(_ id: PersonID, in room: RoomID, peer: PersonID, link: Int) throws(Refusal) -> [Change] {
    guard let found = self.room(room), peers(of: id, in: found).contains(peer) else {
      throw Refusal(.forbidden, "You and \(peer) do not both sit in \(room).")
    }
    let pair = Pair(id, peer)
    return self.room(room)?.link(pair) == link ? [.relinked(room: room, pairs: [pair])] : []
  }
}
