import Pairing
import Rounds
import Signalling
import Transport

// The venue: its door, its tables, and what boards show of it.
extension Hub {
  /// - Returns: nil where the answer comes later.
  func carryOut(_ request: VenueRequest, _ evening: Evening, _ session: Session, re: String?)
    throws(ProtocolError) -> Answer.Body?
  {
    switch request {
    case .addTable(let table): try order(.addTable(table), evening)
    case .openTable(let name, let on): try order(.openTable(name, on), evening)
    case .checkIn(let person, let on): try order(.checkIn(person, on), evening)
    case .checkInTakenBack(let person): try order(.checkInTakenBack(person), evening)
    case .walkIn(let name):
      try order(.walkIn(name: name), evening)
      return evening.gathering.people.last.map { .person($0.id) }
    case .mode(let person, let mode):
      try changeMode(of: person, mode, evening)
    case .pairScreen(let code, let table):
      try pair(code, table, evening, session, re: re)
      return nil
    }
    return .empty
  }

  func tellTables(_ evening: Evening) {
    let message = ServerMessage.tables(tables(evening))
    for session in evening.watchers { send(message, to: session) }
  }

  /// The person's page hears of it before it hears of another seat.
  func changeMode(of person: PersonID, _ mode: Mode, _ evening: Evening) throws(ProtocolError) {
    let before = evening.gathering[person]?.mode
    if before != mode, let session = evening.sessions[person] { send(.mode(mode), to: session) }
    do throws(ProtocolError) {
      try order(.setMode(person, mode), evening)
    } catch {
      if let before, before != mode, let session = evening.sessions[person] {
        send(.mode(before), to: session)
      }
      throw error
    }
  }

  func tables(_ evening: Evening) -> [TableState] {
    let gathering = evening.gathering
    return gathering.tables.map { TableState($0, isConnected: gathering.screen(of: $0.name) != nil) }
  }

  /// Moves come in bursts: boards hear of them four times a second.
  func tellSeatingSoon(_ evening: Evening) {
    guard !evening.gathering.tables.isEmpty, evening.seatingTimer == nil else { return }
    evening.seatingTimer = loop.after(milliseconds: ServerLimits.rosterMilliseconds) {
      evening.seatingTimer = nil
      for session in evening.watchers { self.tellSeating(evening, session) }
    }
  }

  /// Whoever watches from the beginning on gets what others got before.
  func tellVenue(_ evening: Evening, _ session: Session) {
    guard !evening.gathering.tables.isEmpty else { return }
    send(.tables(tables(evening)), to: session)
    tellSeating(evening, session)
  }

  private func tellSeating(_ evening: Evening, _ session: Session) {
    for round in [evening.gathering.running, evening.gathering.coming?.round] {
      if let round { send(.seating(TableSeating(round, evening.gathering)), to: session) }
    }
  }

  /// More people than seats is for whoever leads to mend, while everybody else talks.
  func tellOfSeats(in round: Int, _ evening: Evening) {
    let gathering = evening.gathering
    let standing = (gathering.round(round)?.waiting ?? []).compactMap { gathering[$0] }.filter(
      gathering.sitsAtTables)
    guard !standing.isEmpty else { return }
    let seats = gathering.tables.reduce(0) { $0 + ($1.isOpen ? $1.seats : 0) }
    tellLeaders(
      "\(standing.count) \(standing.count == 1 ? "person" : "people") in the venue without a seat in round \(round): the open tables seat \(seats). Add or open a table.",
      evening)
  }
}
