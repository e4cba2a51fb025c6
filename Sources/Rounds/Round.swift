public import Pairing

/// A round whose seating is decided, running or about to.
public struct Round: Hashable, Sendable, Codable {
  public let number: Int
  public let settings: RoundSettings
  public internal(set) var startsAt: Instant
  public internal(set) var endsAt: Instant
  /// Since when the clock stands, if it does.
  public internal(set) var pausedAt: Instant?
  /// The last of the rounds that follow each other by themselves.
  public let lastRound: Int
  /// Whether it took the place of a running round.
  let isRotation: Bool
  /// The step of the agenda that it belongs to; nil for one that somebody called by hand.
  public let step: Int?
  /// When the first turn of speech began, as if the clock had never stood.
  var turnsFrom: Instant
  /// Room `r3-7` is the seventh; a room that everybody left stays, empty, so that numbers hold.
  public private(set) var rooms: [Room]
  /// Those who are here, want a seat and have none.
  public internal(set) var waiting: Set<PersonID> = []
  /// The numbers of rooms in which somebody sits alone.
  private(set) var lonely: Set<Int> = []
  private var seats: [PersonID: Int] = [:]

  /// - Parameter screens: the screens that are there, by table.
  init(_ seated: Seated, screens: [String: PersonID]) {
    number = seated.number
    settings = seated.settings
    startsAt = seated.startsAt
    endsAt = seated.endsAt
    lastRound = seated.lastRound
    isRotation = seated.isRotation
    step = seated.step
    turnsFrom = seated.startsAt
    rooms = []
    rooms.reserveCapacity(seated.rooms.count)
    seats.reserveCapacity(seated.rooms.reduce(0) { $0 + $1.count })
    for (place, people) in seated.rooms.enumerated() {
      open(people, at: seated.tables?[place], screens)
    }
  }

  public func room(_ id: RoomID) -> Room? {
    guard id.round == number, rooms.indices.contains(id.number - 1) else { return nil }
    return rooms[id.number - 1]
  }

  public func room(of person: PersonID) -> Room? {
    seats[person].map { rooms[$0 - 1] }
  }

  func seats(_ person: PersonID, in room: RoomID) -> Bool {
    guard rooms.indices.contains(room.number - 1) else { return false }
    return rooms[room.number - 1].people.contains(person) || rooms[room.number - 1].screen == person
  }

  /// The id that the next new room gets.
  var nextRoom: RoomID { RoomID(round: number, number: rooms.count + 1) }

  private mutating func open(_ people: [PersonID], at table: String?, _ screens: [String: PersonID]) {
    let id = nextRoom
    rooms.append(Room(id: id, people: people, table: table))
    if let table, let screen = screens[table] { attach(screen, to: table) }
    for person in people { seats[person] = id.number }
    if people.count == 1 { lonely.insert(id.number) }
  }

  /// The screen joins whoever sits at its table.
  mutating func attach(_ screen: PersonID, to table: String) {
    detach(screen)
    guard let last = rooms.lastIndex(where: { $0.table == table }) else { return }
    rooms[last].screen = screen
    seats[screen] = last + 1
  }

  mutating func detach(_ screen: PersonID) {
    if let room = seats.removeValue(forKey: screen) { rooms[room - 1].screen = nil }
  }

  /// Carries out a move; a room one beyond the last is opened.
  ///
  /// - Parameter screens: the screens that are there, by table.
  mutating func move(_ move: Move, screens: [String: PersonID]) {
    if let from = seats.removeValue(forKey: move.person) {
      rooms[from - 1].people.removeAll { $0 == move.person }
      // Should they meet in this room again, nothing of the old connection may be taken for the new one.
      for peer in rooms[from - 1].people { rooms[from - 1].relink(Pair(move.person, peer)) }
      if let screen = rooms[from - 1].screen { rooms[from - 1].relink(Pair(move.person, screen)) }
      noteLonely(from)
    }
    guard let to = move.to else { return }
    if to == nextRoom { return open([move.person], at: move.table, screens) }
    rooms[to.number - 1].people.append(move.person)
    seats[move.person] = to.number
    noteLonely(to.number)
  }

  mutating func relink(_ pair: Pair, in room: RoomID) {
    rooms[room.number - 1].relink(pair)
  }

  mutating func shift(by length: Milliseconds) {
    startsAt = startsAt + length
    endsAt = endsAt + length
    turnsFrom = turnsFrom + length
  }

  private mutating func noteLonely(_ number: Int) {
    if rooms[number - 1].people.count == 1 { lonely.insert(number) } else { lonely.remove(number) }
  }
}
