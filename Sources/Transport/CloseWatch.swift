/// The connections whose silence is noticed within two seconds; on the loop only.
///
/// They are pinged all the time, which would be too much for everybody.
final class CloseWatch {
  private unowned let core: LoopCore
  private var connections: Set<Connection> = []
  private var timer: LoopTimer?

  init(on core: LoopCore) {
    self.core = core
  }

  func contains(_ connection: Connection) -> Bool { connections.contains(connection) }

  func add(_ connection: Connection) {
    connections.insert(connection)
    guard timer == nil else { return }
    timer = LoopTimer(on: core, milliseconds: Limits.closeLookMilliseconds, repeating: true) {
      [unowned self] in
      for connection in connections { connection.checkAwake() }
    }
  }

  func remove(_ connection: Connection) {
    connections.remove(connection)
    if connections.isEmpty { stop() }
  }

  func stop() {
    timer?.cancel()
    timer = nil
  }
}
