import Access
import Pairing
import Rounds
import Signalling

// A host looks in on a room as one more person in it: seen and named like everybody, never seated by a round, and
// gone as soon as the visiting page is.
extension Hub {
  func visit(
    _ room: RoomID, _ evening: Evening, _ staff: Staff, _ session: Session, re: String?
  ) throws(ProtocolError) -> Answer.Body? {
    let subject = visitor(of: staff, evening)
    guard evening.gathering.room(room)?.people.isEmpty == false else {
      throw ProtocolError(.notFound, "There is no room \(room) with people in it now.")
    }
    if evening.gathering.person(subject: subject) == nil {
      let profile = Profile(headline: Reasons.host(locale: evening.gathering.locale))
      try order(.invite(Invitation(subject: subject, name: staff.name, profile: profile)), evening)
    }
    guard let visitor = evening.gathering.person(subject: subject) else { return .empty }
    if !visitor.isPassing { try order(.pass(visitor.id, true), evening) }
    if evening.sessions[visitor.id] != nil {
      try order(.move(visitor.id, room), evening)
      return .empty
    }
    evening.visits[subject] = room
    let id = evening.id
    mint(for: session, re: re) { links async throws(AccessError) in
      .link(try await links.link(id, .participant, subject: subject, name: visitor.name))
    }
    return nil
  }

  /// Takes a host who has just come in to the room that was asked for; if it has closed, they wait in the lobby.
  func showIn(_ person: PersonID, subject: String, _ evening: Evening) {
    guard let room = evening.visits.removeValue(forKey: subject) else { return }
    try? perform(.move(person, room), in: evening)
  }

  /// Two hosts with one link are two visitors; one who reloads the page is the same as before.
  private func visitor(of staff: Staff, _ evening: Evening) -> String {
    if let known = evening.visitors[staff.id] { return known }
    let taken = Set(
      evening.leaders.compactMap { leader in
        if case .staff(let other) = leader.state { evening.visitors[other.id] } else { nil }
      })
    let names = (1...).lazy.map { "visitor \($0) \(staff.name)" }
    let free = names.first { !taken.contains($0) } ?? staff.id
    evening.visitors[staff.id] = free
    return free
  }
}
