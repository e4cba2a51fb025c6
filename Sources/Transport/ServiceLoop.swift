import Glibc
import Synchronization

/// The one thread on which sockets are served, as the executor of the actors that own what is said there.
///
/// The thread runs from `init` to the end of the object; an actor on it works before ``start(_:handler:routes:)``
/// and after ``stop()`` too. In each iteration: the sockets' events, the jobs of actors, the `beforeSleep` hook, then
/// everything that connections have to say is written.
public final class ServiceLoop: SerialExecutor {
  let core = LoopCore()
  let listeningPort = Atomic<Int>(0)

  /// Starts the thread.
  public init() {}

  deinit { core.quit() }

  // MARK: Executor

  public func enqueue(_ job: consuming ExecutorJob) {
    core.enqueue(.job(UnownedJob(job), asUnownedSerialExecutor()))
  }

  public func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

  public func checkIsolated() {
    precondition(core.isCurrent, "this must run on the service loop's thread")
  }

  public func isIsolatingCurrentContext() -> Bool? { core.isCurrent }

  /// Whether the caller is on the loop's thread.
  public var isCurrent: Bool { core.isCurrent }

  // MARK: Time and hooks; all of them on the loop

  /// Nanoseconds of the clock that never jumps.
  public static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Calls once, no earlier than in `milliseconds`.
  @discardableResult
  public func after(milliseconds: Int, _ action: @escaping () -> Void) -> LoopTimer {
    checkIsolated()
    return LoopTimer(on: core, milliseconds: milliseconds, action)
  }

  /// Calls once in each iteration, after the jobs and before what was sent is written. Replaces the last hook.
  public func beforeSleep(_ hook: @escaping () -> Void) {
    checkIsolated()
    core.beforeSleep = hook
  }

  /// Calls when the process gets the signal. A signal can have one loop in a process; asking again replaces.
  public func onSignal(_ signal: Int32, _ action: @escaping () -> Void) {
    checkIsolated()
    core.signals[signal] = nil
    core.signals[signal] = LoopSignal(on: core, signal, action)
  }
}
