extension Gathering {
  /// Decides what a command changes, makes the changes, and whatever became due by `now` with them.
  ///
  /// - Parameters:
  ///   - now: the instant at which it is decided; never earlier than in the call before.
  ///   - each: is given each change and the gathering as it is right after it.
  /// - Throws: a `Refusal`; nothing has changed then.
  public mutating func perform(
    _ command: Command, at now: Instant, each: (Change, Gathering) -> Void
  ) throws(Refusal) {
    if hasEnded { throw Refusal(.conflict, "The gathering is over.") }
    for change in try decide(command, at: now) { make(change, at: now, each) }
    settle(at: now, each: each)
  }

  mutating func make(_ change: Change, at now: Instant, _ each: (Change, Gathering) -> Void) {
    apply(change, at: now)
    each(change, self)
  }

  private func decide(_ command: Command, at now: Instant) throws(Refusal) -> [Change] {
    switch command {
    case .invite(let guest): try invite(guest)
    case .join(let arrival): try join(arrival)
    case .checkIn(let person, let on): try checkIn(person, on)
    case .checkInTakenBack(let person): try takeBackCheckIn(person)
    case .walkIn(let name): try walkIn(name)
    case .setMode(let person, let mode): try setMode(person, mode)
    case .addTable(let table): try addTable(table)
    case .openTable(let name, let on): try setTable(name, open: on)
    case .disconnect(let person): self[person]?.isPresent == true ? [.lost(person: person)] : []
    case .interrupt: people.contains(where: \.isPresent) ? [.interrupted] : []
    case .leave(let person): try leave(person)
    case .remove(let person): try remove(person)
    case .pass(let person, let on): try pass(person, on)
    case .takeOut(let person, let on): try takeOut(person, on)
    case .wish(let person, let other, let on): try wish(person, of: other, on)
    case .block(let person, let other, let on): try block(person, other, on)
    case .keep(let person, let other, let rule): try keep(person, other, rule)
    case .help(let person, let on): try help(person, on)
    case .helpDone(let room): try helpDone(room)
    case .helpNotDone(let room, let caller): try helpNotDone(room, by: caller)
    case .relink(let person, let room, let peer, let link):
      try relink(person, in: room, peer: peer, link: link)
    case .start(let settings, let delay): try start(settings, inside: delay, at: now)
    case .rotate(let delay): try rotate(inside: delay, at: now)
    case .extend(let length): try extend(by: length, at: now)
    case .pause: try pause()
    case .resume: try resume()
    case .end: try end(at: now)
    case .move(let person, let room): try move(person, to: room)
    case .moveToTable(let person, let table): try move(person, toTable: table)
    case .moveTogether(let person, let other): try moveTogether(person, other)
    case .setAgenda(let agenda): try setAgenda(agenda)
    case .startAgenda: try startAgenda(at: now)
    case .nextStep: try nextStep(at: now)
    case .stopAgenda: try stopAgenda()
    case .close: [.closed]
    case .seat(let call, let seating): seat(seating, for: call, at: now)
    }
  }
}
