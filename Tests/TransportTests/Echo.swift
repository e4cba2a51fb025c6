import Transport

/// Sends back what comes, and lets tests wait for what happens.
actor Echo: ConnectionHandler {
  enum Happening: Equatable {
    case opened(UInt64)
    case binary(UInt64)
    case closed(UInt64)
  }

  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
  private(set) var happenings: [Happening] = []
  private(set) var connections: [Connection] = []
  /// When the last one closed, on the loop's clock: tests that wait for other tests don't blur it.
  private(set) var lastClosed: UInt64 = 0
  private let loop: ServiceLoop
  private var waiters: [(Happening, CheckedContinuation<Void, Never>)] = []

  init(loop: ServiceLoop) { self.loop = loop }

  func opened(_ connection: Connection) {
    connections.append(connection)
    happen(.opened(connection.number))
  }

  func received(_ text: UnsafeRawBufferPointer, on connection: Connection) {
    connection.send(text)
  }

  func receivedBinary(on connection: Connection) {
    happen(.binary(connection.number))
  }

  func closed(_ connection: Connection) {
    connections.removeAll { $0 == connection }
    lastClosed = ServiceLoop.now
    happen(.closed(connection.number))
  }

  /// Returns once it has happened.
  func wait(for happening: Happening) async {
    if happenings.contains(happening) { return }
    await withCheckedContinuation { waiters.append((happening, $0)) }
  }

  /// Does something with the connections, on the loop.
  func with<Result: Sendable>(_ body: @Sendable ([Connection]) -> Result) -> Result { body(connections) }

  private func happen(_ happening: Happening) {
    happenings.append(happening)
    let ready = waiters.filter { $0.0 == happening }
    waiters.removeAll { $0.0 == happening }
    for waiter in ready { waiter.1.resume() }
  }
}
