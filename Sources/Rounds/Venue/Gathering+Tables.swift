public import Pairing

// The venue: which tables there are, whose screens are there, and who may sit where.
extension Gathering {
  public func table(_ name: String) -> Table? {
    tables.first { $0.name == name }
  }

  /// The screen of a table, as long as it can be counted on; nil if none is there.
  public func screen(of table: String) -> PersonID? {
    screens[table].flatMap { self[$0] }.flatMap { $0.holdsSeat ? $0.id : nil }
  }

  /// Whether the person sits at tables: is in the venue, and the venue has some.
  public func sitsAtTables(_ person: Person) -> Bool {
    person.mode == .venue && !tables.isEmpty && !person.isScreen
  }

  /// Whether the person can be counted on. A phone in the venue falls asleep, and whoever holds it is still there.
  public func isHere(_ person: Person) -> Bool {
    switch person.presence {
    case .present, .checkedIn: true
    case .lost: sitsAtTables(person)
    case .expected, .away, .left, .removed: false
    }
  }

  /// How long the seat of somebody whose connection goes is kept.
  public func hold(of person: Person) -> Hold {
    if person.isScreen { return .screen }
    return sitsAtTables(person) ? .venue : .home
  }

  func addTable(_ table: Table) throws(Refusal) -> [Change] {
    if let known = self.table(table.name) {
      throw Refusal(
        .conflict,
        "There is a table \(table.name) already\(known.isOpen ? "" : ", closed: open it again"); give another name."
      )
    }
    guard tables.count < Table.most else {
      throw Refusal(.unavailable, "The venue has \(Table.most) tables, the most it may have.")
    }
    return [.furnished(table)]
  }

  func setTable(_ name: String, open: Bool) throws(Refusal) -> [Change] {
    var table = try known(table: name)
    guard table.isOpen != open else {
      throw Refusal(.conflict, "Table \(name) is \(open ? "open" : "closed") already.")
    }
    table.isOpen = open
    let moves = [running, coming?.round].compactMap { $0 }.flatMap { round in
      open ? [] : round.rooms.filter { $0.table == name }.flatMap { vacate($0.people, in: $0) }
    }
    return [.furnished(table)] + moves
  }

  func known(table name: String) throws(Refusal) -> Table {
    if let table = table(name) { return table }
    let names = tables.prefix(20).map(\.name).joined(separator: ", ")
    throw Refusal(
      .notFound,
      "There is no table \(name) in this gathering; \(tables.isEmpty ? "it has no tables." : "there are \(names)\(tables.count > 20 ? " …" : ".")")"
    )
  }

  /// A screen that is gone for too long takes its guests from home with it: they are seated anew.
  func giveUpScreen(_ screen: PersonID) -> [Change] {
    [running, coming?.round].compactMap { $0?.room(of: screen) }.flatMap { room in
      vacate(room.people.filter { self[$0].map { !sitsAtTables($0) } ?? false }, in: room)
    }
  }

  private func vacate(_ people: [PersonID], in room: Room) -> [Change] {
    people.isEmpty
      ? []
      : [.reseated(round: room.id.round, moves: people.map { Move(person: $0, from: room.id, to: nil) })]
  }

  // MARK: Who may sit where

  /// Whether that room has a seat for the person: at a table for those in the venue, by picture for those at home.
  func hasSeat(for id: PersonID, in room: Room, of round: Round) -> Bool {
    guard let person = self[id] else { return false }
    let inVenue = sitsAtTables(person)
    guard let name = room.table else {
      return !inVenue && room.people.count < round.settings.roomMaximum
    }
    let seated = room.people.count { self[$0].map(sitsAtTables) ?? false }
    if inVenue { return table(name).map { $0.isOpen && seated < $0.seats } ?? false }
    return room.screen != nil && room.people.count - seated < Table.mostOnScreen
  }

  /// Where two people without a seat could sit down with each other; nil if nowhere.
  func place(for one: PersonID, _ other: PersonID, in round: Round) -> Place? {
    guard let one = self[one], let other = self[other] else { return nil }
    let inVenue = [one, other].count(where: sitsAtTables)
    if inVenue == 0 { return .home }
    let taken = Set(round.rooms.lazy.filter { !$0.people.isEmpty }.compactMap(\.table))
    let free = tables.first { table in
      table.isOpen && !taken.contains(table.name) && (inVenue == 2 || screen(of: table.name) != nil)
    }
    return free.map { .table($0.name) }
  }

  /// With whom the person is connected in that room, or, without any connection, sits at one table.
  ///
  /// At a table with a screen the screen stands for those around it: it and the guests from home see each other.
  public func peers(of id: PersonID, in room: Room) -> [PersonID] {
    guard let screen = room.screen else { return room.people.filter { $0 != id } }
    if let person = self[id], sitsAtTables(person) { return room.people.filter { $0 != id } }
    return ([screen] + room.people).filter { $0 != id && !(self[$0].map(sitsAtTables) ?? false) }
  }

  /// Who sits around the table whose screen the person sees or is.
  public func around(_ id: PersonID, in room: Room) -> [PersonID] {
    guard room.screen != nil, let person = self[id], !sitsAtTables(person) else { return [] }
    return room.people.filter { self[$0].map(sitsAtTables) ?? false }
  }
}

/// Where people can sit down.
enum Place: Hashable {
  case home
  case table(String)
}
