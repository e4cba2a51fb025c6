import Access
import Journal
import Logging
import Pairing
import Rounds
import Signalling
import Transport

/// The owner of all gatherings: what arrives is decided by the core, kept by the journal, and told to whom it concerns.
///
/// It runs on the service loop, so that a relayed frame crosses no thread.
actor Hub: ConnectionHandler {
  let loop: ServiceLoop
  let clock: ServerClock
  let settings: Settings
  let journal: Journal
  let keys: Keys
  let log: Logger
  var evenings: [GatheringID: Evening] = [:]
  var outbox = Outbox()
  var metrics = Metrics()
  private var buffer: [UInt8] = []

  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  init(
    loop: ServiceLoop, clock: ServerClock, settings: Settings, journal: Journal, keys: Keys, log: Logger
  ) {
    self.loop = loop
    self.clock = clock
    self.settings = settings
    self.journal = journal
    self.keys = keys
    self.log = log
  }

  // MARK: What arrives

  func opened(_ connection: Connection) {
    metrics.connections += 1
    let limits = settings.limits
    let session = Session(
      connection: connection,
      rate: RateLimit(
        rate: Double(limits.messagesPerSecond), burst: Double(limits.messageBurst),
        now: clock.now.milliseconds),
      patience: RateLimit(rate: 1, burst: Double(ServerLimits.refusedFrames), now: clock.now.milliseconds))
    connection.session = session
    if metrics.connections > limits.connections {
      refuse(session, ProtocolError(.unavailable, "The server is full: try again in a few minutes."))
      return
    }
    loop.after(milliseconds: ServerLimits.joinMilliseconds) {
      guard !session.hasJoined, !session.isUnpaired, connection.isOpen else { return }
      self.refuse(session, ProtocolError(.unauthorized, "Nobody joined within ten seconds: begin with join."))
    }
  }

  func received(_ text: UnsafeRawBufferPointer, on connection: Connection) {
    guard let session = connection.session as? Session else { return }
    metrics.received += 1
    guard isInTime(session) else { return }
    take(text, session)
  }

  func receivedBinary(on connection: Connection) {
    guard let session = connection.session as? Session else { return }
    answer(
      session, ProtocolError(.unsupported, "Binary frames mean nothing here: send one JSON object as text."))
  }

  func closed(_ connection: Connection) {
    metrics.connections -= 1
    guard let session = connection.session as? Session else { return }
    detach(session)
  }

  /// Reads one frame of a client; what is wrong with it is told to nobody else.
  func take(_ text: UnsafeRawBufferPointer, _ session: Session) {
    do throws(ProtocolError) {
      if case .verifying(var kept) = session.state {
        guard kept.count < ServerLimits.framesBeforeWelcome else {
          throw ProtocolError(.rateLimited, "Wait for the welcome before sending more.")
        }
        kept.append(Array(text))
        session.state = .verifying(kept: kept)
        return
      }
      let envelope = try Envelope.scan(text)
      switch envelope.kind {
      case .signal, .chat: try relay(text, envelope, session)
      case .time: try tellTime(text, envelope, session)
      case .other: try carryOut(ClientMessage.decode(text), session)
      }
    } catch {
      answer(session, error)
    }
  }

  private func isInTime(_ session: Session) -> Bool {
    let now = clock.now
    if session.rate.allows(at: now.milliseconds) { return true }
    guard session.patience.allows(at: now.milliseconds) else {
      log.notice("A client was cut off for going on after rate-limited.")
      session.connection.close(code: CloseCode.refused.rawValue, reason: CloseCode.refused.reason)
      return false
    }
    if session.lastWarning.map({ now - $0 >= ServerLimits.warningInterval }) ?? true {
      session.lastWarning = now
      answer(
        session,
        ProtocolError(
          .rateLimited, "Too many messages: send at most \(settings.limits.messagesPerSecond) a second."))
    }
    return false
  }

  // MARK: The hot paths

  private func relay(_ text: UnsafeRawBufferPointer, _ envelope: Envelope, _ session: Session)
    throws(ProtocolError)
  {
    guard session.hasJoined else { throw Self.joinFirst(re: nil) }
    guard case .person(let person, let evening) = session.state else {
      throw ProtocolError(.forbidden, "Only people who sit in a room can signal and chat.")
    }
    let target = try Relay.target(of: envelope, from: person) { evening.gathering.sits($0, in: $1) }
    metrics.relayed += 1
    switch target {
    case .person(let other):
      evening.sessions[other]?.connection.send(text)
    case .others(let room):
      guard let room = evening.gathering.room(room) else { return }
      for other in room.people where other != person { evening.sessions[other]?.connection.send(text) }
      if let screen = room.screen, screen != person { evening.sessions[screen]?.connection.send(text) }
    }
  }

  private func tellTime(_ text: UnsafeRawBufferPointer, _ envelope: Envelope, _ session: Session)
    throws(ProtocolError)
  {
    guard let t0 = envelope.t0 else { return }
    guard session.hasJoined else { throw Self.joinFirst(re: nil) }
    buffer.removeAll(keepingCapacity: true)
    ServerMessage.encodeTime(t0: UnsafeRawBufferPointer(rebasing: text[t0]), now: clock.now, into: &buffer)
    buffer.withUnsafeBytes { session.connection.send($0) }
  }

  static func joinFirst(re: String?) -> ProtocolError {
    ProtocolError(.unauthorized, "You have not joined yet: begin with join.", re: re)
  }

  // MARK: What is sent

  func send(_ message: ServerMessage, to session: Session) {
    outbox.send(Frame(message.encode()), to: session.connection)
  }

  func answer(_ session: Session, _ error: ProtocolError) {
    metrics.errors += 1
    send(.error(error), to: session)
  }

  /// Tells a client why, and ends its connection for good.
  func refuse(_ session: Session, _ error: ProtocolError) {
    answer(session, error)
    session.state = .over
    close(session, .refused)
  }

  func close(_ session: Session, _ code: CloseCode) {
    outbox.close(session.connection, code: code.rawValue, reason: code.reason)
  }
}
