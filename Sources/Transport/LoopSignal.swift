internal import CLibwebsockets

/// A signal of the process that arrives on the loop.
final class LoopSignal {
  private let watcher = UnsafeMutablePointer<ev_signal>.allocate(capacity: 1)
  private let events: OpaquePointer
  private let action: () -> Void

  init(on core: LoopCore, _ number: Int32, _ action: @escaping () -> Void) {
    self.events = core.events
    self.action = action
    shim_ev_signal_init(watcher, loopSignalCame, number)
    watcher.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    ev_signal_start(events, watcher)
  }

  deinit {
    ev_signal_stop(events, watcher)
    watcher.deallocate()
  }

  fileprivate func fire() { action() }
}

private func loopSignalCame(
  _ events: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_signal>?, _ what: Int32
) {
  Unmanaged<LoopSignal>.fromOpaque(watcher!.pointee.data).takeUnretainedValue().fire()
}
