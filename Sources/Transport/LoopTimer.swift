internal import CLibwebsockets

/// One call at a later time, on the loop. Letting go of it doesn't cancel it.
public final class LoopTimer {
  private unowned let core: LoopCore
  private let watcher = UnsafeMutablePointer<ev_timer>.allocate(capacity: 1)
  private var action: (() -> Void)?

  /// Starts a timer, or with `repeating` one that goes on until it is cancelled. The core keeps it until it is over.
  init(on core: LoopCore, milliseconds: Int, repeating: Bool = false, _ action: @escaping () -> Void) {
    self.core = core
    self.action = action
    let seconds = Double(max(0, milliseconds)) / 1_000
    // The loop's idea of now is as old as its iteration: without this a timer started late in a long one
    // would come early.
    ev_now_update(core.events)
    shim_ev_timer_init(watcher, loopTimerFired, seconds, repeating ? max(seconds, 0.001) : 0)
    watcher.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    ev_timer_start(core.events, watcher)
    core.timers[ObjectIdentifier(self)] = self
  }

  deinit { watcher.deallocate() }

  /// Takes the call back; on the loop. Nothing happens when it was made already.
  public func cancel() {
    guard action != nil else { return }
    ev_timer_stop(core.events, watcher)
    finish()
  }

  fileprivate func fire() {
    let action = action
    if watcher.pointee.repeat == 0 { finish() }
    action?()
  }

  private func finish() {
    action = nil
    core.timers[ObjectIdentifier(self)] = nil
  }
}

private func loopTimerFired(
  _ events: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_timer>?, _ what: Int32
) {
  Unmanaged<LoopTimer>.fromOpaque(watcher!.pointee.data).takeUnretainedValue().fire()
}
