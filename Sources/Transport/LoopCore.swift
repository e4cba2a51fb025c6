internal import CLibwebsockets
import Glibc
import Synchronization

/// The thread behind a ``ServiceLoop``: a libev loop that runs jobs before it sleeps.
///
/// Sendable without the compiler's proof because all but `queue` and `threadID` is touched on the loop's own
/// thread only, after `init`. The thread holds the core; the core never holds the `ServiceLoop`, whose end is
/// the end of the thread.
final class LoopCore: @unchecked Sendable {
  enum Work {
    case job(UnownedJob, UnownedSerialExecutor)
    case call(@Sendable () -> Void)
  }

  let events: OpaquePointer
  /// Called once in each iteration, after the jobs.
  var beforeSleep: (() -> Void)?
  /// The library's part, from the first `start` or connection to the end of `stop`.
  var library: LibraryContext?
  /// The serving part, from `start` to the end of `stop`.
  var server: WebServer?
  /// Timers that haven't fired yet.
  var timers: [ObjectIdentifier: LoopTimer] = [:]
  /// Signals that somebody asked for.
  var signals: [Int32: LoopSignal] = [:]
  /// Those who wait for the end of the serving.
  var stopWaiters: [CheckedContinuation<Void, Never>] = []
  var hasStopped = false
  /// Ends the patience with connections that are slow to close.
  var stopTimer: LoopTimer?

  private let queue = Mutex<[Work]>([])
  private let threadID = Atomic<UInt>(0)
  private let prepare = UnsafeMutablePointer<ev_prepare>.allocate(capacity: 1)
  private let wake = UnsafeMutablePointer<ev_async>.allocate(capacity: 1)

  init() {
    guard let events = ev_loop_new(UInt32(EVFLAG_NOENV)) else {
      preconditionFailure("libev has no loop for us: too many open files or no memory")
    }
    self.events = events
    shim_ev_prepare_init(prepare, loopIsAboutToSleep)
    shim_ev_async_init(wake, loopWasWoken)
    prepare.pointee.data = Unmanaged.passUnretained(self).toOpaque()
    ev_prepare_start(events, prepare)
    ev_async_start(events, wake)
    startThread()
  }

  deinit {
    prepare.deallocate()
    wake.deallocate()
  }

  /// Whether the caller is on the loop's thread.
  var isCurrent: Bool { threadID.load(ordering: .relaxed) == pthread_self() }

  /// Puts work in the queue; from any thread.
  func enqueue(_ work: Work) {
    let wasEmpty = queue.withLock { queue in
      defer { queue.append(work) }
      return queue.isEmpty
    }
    if wasEmpty, !isCurrent { ev_async_send(events, wake) }
  }

  /// Runs a closure on the loop; from any thread.
  func call(_ action: @escaping @Sendable () -> Void) { enqueue(.call(action)) }

  /// Ends the thread; the last call.
  func quit() {
    call { [self] in
      finishStop()
      for timer in timers.values { timer.cancel() }
      signals = [:]
      beforeSleep = nil
      ev_break(events, Int32(EVBREAK_ALL))
    }
  }

  /// One iteration's work between the sockets' events and the sleep.
  fileprivate func aboutToSleep() {
    runJobs()
    beforeSleep?()
    server?.flush()
    if queue.withLock({ !$0.isEmpty }) { ev_async_send(events, wake) }
  }

  private func runJobs() {
    for _ in 0..<Limits.jobRounds {
      let round = queue.withLock { queue in
        defer { queue = [] }
        return queue
      }
      guard !round.isEmpty else { return }
      for work in round {
        switch work {
        case .job(let job, let executor): job.runSynchronously(on: executor)
        case .call(let action): action()
        }
      }
    }
  }

  private func startThread() {
    var thread = pthread_t()
    let core = Unmanaged.passRetained(self)
    let status = pthread_create(&thread, nil, runLoopThread, core.toOpaque())
    precondition(status == 0, "no thread for the loop: \(String(cString: strerror(status)))")
    pthread_detach(thread)
  }

  fileprivate func runThread() {
    threadID.store(pthread_self(), ordering: .relaxed)
    ev_run(events, 0)
    ev_loop_destroy(events)
  }
}

private func runLoopThread(_ core: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  Unmanaged<LoopCore>.fromOpaque(core!).takeRetainedValue().runThread()
  return nil
}

private func loopIsAboutToSleep(
  _ events: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_prepare>?, _ what: Int32
) {
  Unmanaged<LoopCore>.fromOpaque(watcher!.pointee.data).takeUnretainedValue().aboutToSleep()
}

/// Waking is all: the work is done before the next sleep.
private func loopWasWoken(
  _ events: OpaquePointer?, _ watcher: UnsafeMutablePointer<ev_async>?, _ what: Int32
) {}
