import Access
import Foundation
import Journal
import Logging
import Pairing
import Rounds
import Signalling

// What organizers prepare: gatherings, guest lists and links.
extension Hub {
  /// Links are signed off the loop, so the answer comes later; nil says so.
  func organize(_ message: ClientMessage, _ staff: Staff, _ session: Session) throws(ProtocolError) -> Answer
    .Body?
  {
    switch message.request {
    case .gatheringList:
      let mine = staff.evening.map { [$0] } ?? evenings.values.sorted { $0.id < $1.id }
      return .gatherings(
        mine.map { evening in
          GatheringSummary(
            gathering: GatheringInfo(evening.gathering), phase: evening.gathering.phase,
            present: evening.present,
            people: evening.gathering.people.count)
        })
    case .gatheringCreate(let wanted):
      guard staff.evening == nil else {
        throw ProtocolError(.forbidden, "Only an organizer of all gatherings may create one.")
      }
      let evening = try create(wanted, message.gathering)
      mint(for: session, re: message.id) { links async throws(AccessError) in
        .created(
          GatheringCreated(
            gathering: GatheringInfo(evening),
            links: .init(
              join: evening.isOpen ? links.open(evening.id) : try await links.link(evening.id, .participant),
              host: try await links.link(evening.id, .host), board: try await links.link(evening.id, .board)))
        )
      }
    case .guestsAdd(let guests):
      try add(guests, self.evening(of: message, staff), session, re: message.id)
    case .link(let wanted):
      let evening = try self.evening(of: message, staff)
      let id = evening.id
      // A name makes the link one person's own, who is then the same on whatever device.
      let subject =
        wanted.subject ?? (wanted.role == .participant && wanted.name != nil ? Self.freshSubject() : nil)
      if wanted.role == .participant, wanted.name == nil, subject == nil, evening.gathering.isOpen {
        return .link(keys.links.open(id))
      }
      mint(for: session, re: message.id) { links async throws(AccessError) in
        .link(
          try await links.link(
            id, wanted.role, subject: subject, name: wanted.name, table: wanted.table))
      }
    default:
      throw ProtocolError(.unsupported, "\(message.request.type) cannot be asked for yet.")
    }
    return nil
  }

  private func create(_ wanted: GatheringCreate, _ id: GatheringID?) throws(ProtocolError) -> Gathering {
    let id = id ?? freshID()
    guard evenings[id] == nil else {
      throw ProtocolError(.conflict, "There is a gathering \(id) already: choose another id.")
    }
    guard evenings.count < ServerLimits.gatherings else {
      throw ProtocolError(.unavailable, "The server has \(evenings.count) gatherings, the most it may have.")
    }
    let gathering = Gathering(
      id: id, title: wanted.title, locale: wanted.locale ?? "en", isOpen: wanted.isOpen,
      policy: settings.policy)
    keep([.created(id, title: gathering.title, locale: gathering.locale, isOpen: gathering.isOpen)])
    evenings[id] = Evening(gathering)
    log.info("A gathering was created.", metadata: ["gathering": "\(id)"])
    return gathering
  }

  /// Eight letters that are easily read aloud, and that nobody guesses at the first try.
  private func freshID() -> GatheringID {
    while true {
      let letters = (0..<8).map { _ in "abcdefghjkmnpqrstuvwxyz23456789".randomElement() ?? "a" }
      if let id = GatheringID(String(letters)), evenings[id] == nil { return id }
    }
  }

  private func add(
    _ guests: [Signalling.Guest], _ evening: Evening, _ session: Session, re: String?
  ) throws(ProtocolError) {
    let known = evening.gathering.people.count
    guard known + guests.count <= evening.gathering.policy.people else {
      throw ProtocolError(
        .unavailable, "\(known) people are on the list, and it may have \(evening.gathering.policy.people).")
    }
    var added: [Person] = []
    for guest in guests {
      let subject = guest.subject ?? Self.freshSubject()
      do {
        try perform(.invite(Invitation(guest, subject: subject)), in: evening)
      } catch {
        throw ProtocolError(error, re: nil)
      }
      if let person = evening.gathering.person(subject: subject) { added.append(person) }
    }
    let (id, invited) = (evening.id, added)
    mint(for: session, re: re) { links async throws(AccessError) in
      var made: [GuestLink] = []
      for person in invited {
        let link = try await links.link(id, .participant, subject: person.subject, name: person.name)
        made.append(GuestLink(id: person.id, name: person.name, link: link))
      }
      return .guests(made)
    }
  }

  private static func freshSubject() -> String { UUID().uuidString.lowercased() }

  /// Answers once the links are signed.
  func mint(
    for session: Session, re: String?,
    _ body: @escaping @Sendable (Links) async throws(AccessError) -> Answer.Body
  ) {
    Task {
      do throws(AccessError) {
        let body = try await body(keys.links)
        if let re { send(.ok(Answer(re: re, body)), to: session) }
      } catch {
        answer(session, ProtocolError(.unavailable, error.description, re: re))
      }
    }
  }
}

extension Invitation {
  init(_ guest: Signalling.Guest, subject: String) {
    self.init(
      subject: subject, name: guest.name, mode: guest.mode, profile: guest.profile, contact: guest.contact,
      part: guest.part)
  }
}
