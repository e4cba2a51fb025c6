import Testing
import Transport

@Suite("The service loop", .timeLimit(.minutes(1)))
struct ServiceLoopTests {
  /// An actor on the loop that notes what happens in which order.
  fileprivate actor Notes {
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private let loop: ServiceLoop
    private(set) var lines: [String] = []
    private var fired: [(after: Int, took: Double)] = []
    private var hasSlept = false

    init(loop: ServiceLoop) { self.loop = loop }

    func note(_ line: String) { lines.append(line) }

    func isOnLoop() -> Bool { loop.isCurrent }

    /// Starts timers in the order given and returns when the last has fired: what fired when, in ms.
    func run(timers: [Int]) async -> [(after: Int, took: Double)] {
      await withCheckedContinuation { done in
        for milliseconds in timers {
          let start = ServiceLoop.now
          loop.after(milliseconds: milliseconds) {
            self.fired.append((milliseconds, Double(ServiceLoop.now - start) / 1e6))
            if self.fired.count == timers.count { done.resume() }
          }
        }
      }
      return fired
    }

    func cancelOneOfTwo() async {
      await withCheckedContinuation { done in
        let cancelled = loop.after(milliseconds: 10) { self.note("cancelled") }
        loop.after(milliseconds: 50) {
          self.note("kept")
          done.resume()
        }
        cancelled.cancel()
        cancelled.cancel()
      }
    }

    func iteration() async {
      await withCheckedContinuation { done in
        loop.beforeSleep {
          guard !self.hasSlept, self.lines.contains("job") else { return }
          self.hasSlept = true
          self.note("sleep")
          done.resume()
        }
        Task { self.note("job") }
      }
    }
  }

  @Test("runs its actors on its own thread")
  func executor() async {
    let loop = ServiceLoop()
    #expect(!loop.isCurrent)
    #expect(await Notes(loop: loop).isOnLoop())
  }

  @Test("lets a callback into an actor by assumeIsolated")
  func assumeIsolated() async {
    let loop = ServiceLoop()
    let notes = Notes(loop: loop)
    let other = Notes(loop: loop)
    await withCheckedContinuation { done in
      Task {
        await notes.enter {
          other.assumeIsolated { $0.note("entered") }
          done.resume()
        }
      }
    }
    #expect(await other.lines == ["entered"])
  }

  @Test("doesn't let anybody else in")
  func assumeIsolatedElsewhere() async {
    await #expect(processExitsWith: .failure) {
      let loop = ServiceLoop()
      loop.checkIsolated()
    }
  }

  @Test("fires timers in the order of their times, never early, a shorter one behind a longer one too")
  func timers() async {
    let fired = await Notes(loop: ServiceLoop()).run(timers: [400, 20, 200, 0, 80])
    #expect(fired.map(\.after) == [0, 20, 80, 200, 400])
    for timer in fired {
      #expect(timer.took >= Double(timer.after))
      #expect(timer.took < Double(timer.after) + 150)
    }
  }

  @Test("forgets a cancelled timer")
  func cancelled() async {
    let notes = Notes(loop: ServiceLoop())
    await notes.cancelOneOfTwo()
    #expect(await notes.lines == ["kept"])
  }

  @Test("calls the hook after the jobs of an iteration")
  func beforeSleep() async {
    let notes = Notes(loop: ServiceLoop())
    await notes.iteration()
    #expect(await notes.lines == ["job", "sleep"])
  }

  @Test("takes jobs from many threads at once, each once")
  func manyThreads() async {
    let notes = Notes(loop: ServiceLoop())
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<2_000 { group.addTask { await notes.note("\(number)") } }
    }
    #expect(await Set(notes.lines).count == 2_000)
    #expect(await notes.lines.count == 2_000)
  }

  @Test("ends its thread with its last owner", arguments: 0..<20)
  func ends(round: Int) async {
    let loop = ServiceLoop()
    #expect(await Notes(loop: loop).isOnLoop())
  }
}

extension ServiceLoopTests.Notes {
  fileprivate func enter(_ body: @Sendable () -> Void) { body() }
}
