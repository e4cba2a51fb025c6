import Access
import Pairing
import Rounds
import Signalling

// What a page asks before anybody joins: whether the link is good, and what is known of whoever holds it.
extension Hub {
  func look(_ entry: Join.Entry, _ session: Session, re: String?) throws(ProtocolError) {
    switch entry {
    case .open(let id):
      let evening = try evening(id, re: re)
      guard evening.gathering.isOpen else {
        throw ProtocolError(.unauthorized, "This gathering is by invitation: open your own link.", re: re)
      }
      show(evening, to: nil, session, re: re)
    case .token(let token):
      identify(token, session, re: re) { (hub, claims) throws(ProtocolError) in
        guard let id = GatheringID(claims.gathering) else {
          throw ProtocolError(.unauthorized, "This link names no valid gathering.", re: re)
        }
        let evening = try hub.evening(id, re: re)
        let guest = claims.subject.flatMap { evening.gathering.person(subject: $0) }
        hub.show(evening, to: guest, session, re: re)
      }
    }
  }

  private func show(_ evening: Evening, to guest: Person?, _ session: Session, re: String?) {
    guard let re else { return }
    let gathering = evening.gathering
    var startsAt: Instant?
    if case .ready(let start) = gathering.script?.place { startsAt = start }
    let look = Look(
      gathering: GatheringInfo(gathering), phase: gathering.phase, startsAt: startsAt,
      you: guest.map { Look.Guest(name: $0.name, profile: $0.profile, contact: $0.contact, mode: $0.mode) })
    send(.ok(Answer(re: re, .look(look))), to: session)
  }
}
