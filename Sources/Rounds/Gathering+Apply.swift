import Pairing

extension Gathering {
  /// Makes a recorded change: total, and without a decision of its own.
  ///
  /// - Parameter now: when the change was decided, which a replay takes from the journal.
  public mutating func apply(_ change: Change, at now: Instant) {
    switch change {
    case .invited(let person):
      people.append(person)
      if let subject = person.subject { subjects[subject] = person.id }
      if let table = person.table { screens[table] = person.id }
    case .updated(let person):
      people[person.id.rawValue - 1] = person
      noteWaiting(person.id)
    case .joined(let person):
      setPresence(.present, of: person)
      attach(person)
    case .checkedIn(let person):
      setPresence(.checkedIn, of: person)
    case .expected(let person):
      setPresence(.expected, of: person)
    case .lost(let person):
      if let person = self[person] { lose(person, hold(of: person), at: now) }
    case .interrupted:
      interruptedAt = now
      // It was the server that went, and screens are as slow to notice its return as anybody.
      for person in people where person.isPresent {
        lose(person, person.isScreen ? .home : hold(of: person), at: now)
      }
    case .away(let person):
      setPresence(.away, of: person)
      detach(person)
    case .left(let person):
      setPresence(.left, of: person)
      detach(person)
    case .removed(let person):
      setPresence(.removed, of: person)
      detach(person)
    case .passed(let person, let on):
      people[person.rawValue - 1].isPassing = on
      people[person.rawValue - 1].takenOutBy = nil
      noteWaiting(person)
    case .takenOut(let person):
      people[person.rawValue - 1].isPassing = true
      people[person.rawValue - 1].takenOutBy = .host
      noteWaiting(person)
    case .wished(let person, let other, let on):
      if on { wishes[person, default: []].insert(other) } else { wishes[person]?.remove(other) }
      granted.remove(Pair(person, other))
    case .blocked(let person, let other, let on):
      if on { blocks[person, default: []].insert(other) } else { blocks[person]?.remove(other) }
    case .kept(let pair, let rule):
      kept[pair] = rule
    case .helpCalled(let room, let person, let on):
      helpCalls[room] = on ? person : nil
    case .called(let call):
      coming = .called(call)
    case .uncalled:
      coming = nil
    case .seated(let seated):
      coming = .seated(Round(seated, screens: screensHere))
      template = seated.template
      for person in people { noteWaiting(person.id) }
    case .started:
      start()
    case .ended(let round):
      stage = .lobby(last: round)
      helpCalls = [:]
    case .paused:
      changeRunning { $0.pausedAt = now }
      if running == nil { script?.changeInterlude { $0.pausedAt = now } }
    case .resumed:
      guard let since = running?.pausedAt ?? script?.interlude?.pausedAt else { return }
      changeRunning {
        $0.pausedAt = nil
        $0.turnsFrom = $0.turnsFrom + (now - since)
      }
      if running == nil { script?.changeInterlude { $0.pausedAt = nil } }
      shift(by: now - since)
    case .rescheduled(let endsAt):
      guard let old = running?.endsAt ?? script?.interlude?.endsAt else { return }
      shift(by: endsAt - old)
    case .reseated(let number, let moves):
      for move in moves { reseat(move, in: number) }
    case .relinked(let room, let pairs):
      changeRound(room.round) { round in
        for pair in pairs { round.relink(pair, in: room) }
      }
    case .furnished(let table):
      if let known = tables.firstIndex(where: { $0.name == table.name }) {
        tables[known] = table
      } else {
        tables.append(table)
      }
      noteVenue()
    case .scripted(let agenda):
      if let tables = agenda.tables {
        self.tables = tables
        noteVenue()
      }
      script = Script(agenda)
      title = agenda.title ?? title
      locale = agenda.locale ?? locale
    case .stepped(let step, let endsAt):
      script?.reach(.lobby(step: step, Interlude(startsAt: now, endsAt: endsAt)), at: now)
    case .agendaStopped:
      script?.reach(.ready(start: nil), at: now)
    case .agendaEnded:
      script?.reach(.over, at: now)
    case .closed:
      stage = .ended(last: roundNumber)
      coming = nil
      helpCalls = [:]
    }
  }

  private mutating func lose(_ person: Person, _ hold: Hold, at now: Instant) {
    setPresence(.lost(since: now), of: person.id)
    losses.append(person.id, since: now, hold)
  }

  private mutating func setPresence(_ presence: Presence, of person: PersonID) {
    people[person.rawValue - 1].presence = presence
    let people = people
    losses.trim { people[$0.person.rawValue - 1].presence != .lost(since: $0.since) }
    noteWaiting(person)
  }

  /// Whether a sleeping phone counts as here depends on whether there are tables.
  private mutating func noteVenue() {
    for person in people where person.mode == .venue { noteWaiting(person.id) }
  }

  /// The screens that can be counted on, by table.
  private var screensHere: [String: PersonID] {
    screens.filter { self[$0.value]?.holdsSeat == true }
  }

  /// A screen that comes joins its table at once.
  private mutating func attach(_ person: PersonID) {
    guard let table = self[person]?.table else { return }
    func attach(_ round: inout Round) { round.attach(person, to: table) }
    changeRunning(attach)
    changeComing(attach)
  }

  private mutating func detach(_ person: PersonID) {
    guard self[person]?.isScreen == true else { return }
    func detach(_ round: inout Round) { round.detach(person) }
    changeRunning(detach)
    changeComing(detach)
  }

  private mutating func start() {
    guard case .seated(let round) = coming else { return }
    coming = nil
    history.record(round: round.number, groups: round.rooms.map(\.people), sittingOut: round.waiting.sorted())
    for pair in matches(among: people) where round.room(of: pair.low)?.people.contains(pair.high) == true {
      granted.insert(pair)
    }
    stage = .round(round)
    if let step = round.step, script?.place != .rounds(step: step) {
      script?.reach(.rounds(step: step), at: round.startsAt)
    }
  }

  /// Moves the end of the running round, or of a break, and whatever follows.
  private mutating func shift(by length: Milliseconds) {
    changeRunning { $0.endsAt = $0.endsAt + length }
    if running == nil {
      script?.changeInterlude { interlude in interlude.endsAt = interlude.endsAt.map { $0 + length } }
    }
    // What somebody called by hand for a certain time is not moved with a break.
    if running != nil || coming?.step != nil { coming?.shift(by: length) }
  }

  private mutating func reseat(_ move: Move, in number: Int) {
    let screens = move.table == nil ? [:] : screensHere
    changeRound(number) { $0.move(move, screens: screens) }
    noteWaiting(move.person)
    // Who sits down beside somebody in a running round has met that person; a coming round counts when it starts.
    if case .round(let round) = stage, round.number == number, let room = round.room(of: move.person) {
      for peer in room.people where peer != move.person {
        history.record(round: number, groups: [[move.person, peer]])
      }
    }
  }

  /// Brings the person's place among those who wait up to date, in both rounds.
  private mutating func noteWaiting(_ id: PersonID) {
    let person = people[id.rawValue - 1]
    let wantsSeat = isHere(person) && !person.isPassing && !person.isScreen
    func note(_ round: inout Round) {
      if wantsSeat && round.room(of: id) == nil {
        round.waiting.insert(id)
      } else {
        round.waiting.remove(id)
      }
    }
    changeRunning(note)
    changeComing(note)
  }
}

// A round is taken out of its case while it is changed: a second reference would copy all its rooms.
extension Gathering {
  private mutating func changeRunning(_ body: (inout Round) -> Void) {
    guard case .round(var round) = stage else { return }
    stage = .lobby(last: 0)
    body(&round)
    stage = .round(round)
  }

  private mutating func changeComing(_ body: (inout Round) -> Void) {
    guard case .seated(var round) = coming else { return }
    coming = nil
    body(&round)
    coming = .seated(round)
  }

  private mutating func changeRound(_ number: Int, _ body: (inout Round) -> Void) {
    if running?.number == number { return changeRunning(body) }
    if coming?.number == number { changeComing(body) }
  }
}
