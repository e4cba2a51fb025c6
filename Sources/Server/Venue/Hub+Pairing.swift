import Access
import Rounds
import Signalling
import Transport

// A screen that nobody typed a link into: it shows a code, and a host says whose it is.
extension Hub {
  func showCode(_ id: GatheringID, _ session: Session, re: String?) throws(ProtocolError) {
    guard let re else { throw ProtocolError(.malformed, "pair needs an id, to be answered with the code.") }
    let evening = try evening(id, re: re)
    guard evening.unpaired.count < ServerLimits.unpairedScreens else {
      throw ProtocolError(.unavailable, "Too many screens wait for a table: pair one of them first.", re: re)
    }
    let code = freshCode(evening)
    evening.unpaired[code] = session
    session.state = .unpaired(code, evening)
    send(.ok(Answer(re: re, .code(code))), to: session)
  }

  func pair(_ code: String, _ table: String, _ evening: Evening, _ session: Session, re: String?)
    throws(ProtocolError)
  {
    guard evening.gathering.table(table) != nil else {
      throw ProtocolError(.notFound, "There is no table \(table) in this gathering: add it first.")
    }
    guard let screen = evening.unpaired.removeValue(forKey: code) else {
      throw ProtocolError(
        .notFound, "No screen shows the code \(code): read it again, it is made of six letters.")
    }
    let id = evening.id
    Task {
      do throws(AccessError) {
        let token = try await keys.links.token(id, .table, name: table, table: table)
        screen.state = .new
        send(.paired(Paired(token: token, table: table)), to: screen)
        if let re { send(.ok(Answer(re: re)), to: session) }
      } catch {
        answer(session, ProtocolError(.unavailable, error.description, re: re))
      }
    }
  }

  /// Consonants only: nothing that reads like a word, or like a digit.
  private func freshCode(_ evening: Evening) -> String {
    while true {
      let code = String((0..<6).map { _ in "BCDFGHJKLMNPQRSTVWXZ".randomElement() ?? "B" })
      if evening.unpaired[code] == nil { return code }
    }
  }
}
