import Pairing
import Rounds
import Signalling
import Transport

// News that comes in bursts is collected: hosts hear of the roster four times a second, the lobby of itself once.
extension Hub {
  func tellRosterSoon(_ people: Set<PersonID>, _ evening: Evening) {
    evening.rosterNews.formUnion(people)
    guard evening.rosterTimer == nil else { return }
    evening.rosterTimer = loop.after(milliseconds: ServerLimits.rosterMilliseconds) {
      self.tellRoster(evening)
    }
  }

  private func tellRoster(_ evening: Evening) {
    evening.rosterTimer = nil
    let news = evening.rosterNews.sorted()
    evening.rosterNews = []
    let leaders = evening.leaders
    if leaders.isEmpty { return }
    for start in stride(from: 0, to: news.count, by: ServerLimits.rosterChunk) {
      let chunk = news[start..<min(start + ServerLimits.rosterChunk, news.count)]
      let entries = chunk.compactMap { evening.gathering[$0] }.filter { !$0.isScreen }.map(evening.entry)
      let frame = Frame(ServerMessage.rosterChange(entries).encode())
      for leader in leaders { outbox.send(frame, to: leader.connection) }
    }
  }

  func tellLobbySoon(_ evening: Evening) {
    guard evening.lobbyTimer == nil else { return }
    evening.lobbyTimer = loop.after(milliseconds: ServerLimits.lobbyMilliseconds) { self.tellLobby(evening) }
  }

  private func tellLobby(_ evening: Evening) {
    evening.lobbyTimer = nil
    let frame = Frame(ServerMessage.lobby(Lobby(evening.gathering, present: evening.present)).encode())
    if case .lobby = evening.gathering.stage {
      for session in evening.sessions.values { outbox.send(frame, to: session.connection) }
    }
    for session in evening.staff.values {
      if case .staff(let staff) = session.state, staff.role == .board {
        outbox.send(frame, to: session.connection)
      }
    }
  }
}
