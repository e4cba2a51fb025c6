import Pairing

// The door of the venue: who is there without a phone, and who takes part from where.
extension Gathering {
  func checkIn(_ id: PersonID, _ on: Bool) throws(Refusal) -> [Change] {
    var person = try known(id)
    if person.presence == .removed {
      throw Refusal(.forbidden, "\(person.name) has been removed from this gathering.")
    }
    guard on else {
      try requireCheckedIn(person)
      return vacate(id) + [.left(person: id)]
    }
    if person.presence == .checkedIn {
      throw Refusal(.conflict, "\(person.name) has been checked in already.")
    }
    if person.isPresent {
      throw Refusal(.conflict, "\(person.name) is here already, with their own page open.")
    }
    let moved = person.mode == .venue ? [] : vacate(id)
    person.mode = .venue
    return moved + (self[id] == person ? [] : [.updated(person: person)]) + [.checkedIn(person: id)]
  }

  func takeBackCheckIn(_ id: PersonID) throws(Refusal) -> [Change] {
    try requireCheckedIn(known(id))
    return vacate(id) + [.expected(person: id)]
  }

  private func requireCheckedIn(_ person: Person) throws(Refusal) {
    if person.presence == .checkedIn { return }
    throw Refusal(.conflict, "\(person.name) was not checked in at the door.")
  }

  func walkIn(_ name: String) throws(Refusal) -> [Change] {
    var person = try newcomer(nil, name)
    person.mode = .venue
    return [.invited(person: person), .checkedIn(person: person.id)]
  }

  /// Who goes home, or comes to the venue, keeps everything but a seat that is of no use there.
  func setMode(_ id: PersonID, _ mode: Mode) throws(Refusal) -> [Change] {
    var person = try known(id)
    guard person.mode != mode else { return [] }
    guard person.presence != .checkedIn else {
      throw Refusal(
        .conflict, "\(person.name) was checked in at the door without a page: check them out first.")
    }
    person.mode = mode
    return [.updated(person: person)] + (tables.isEmpty ? [] : vacate(id))
  }
}
