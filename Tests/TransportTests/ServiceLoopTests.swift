import Testing
import Transport

@Suite("The service loop", .timeLimit(.minutes(1)))
struct ServiceLoopTests {
  /// An actor on the loop that notes what happens in which order.
  /// A timer of so many milliseconds, when it was due and when it fired, in ms.
  fileprivate struct Firing {
    let after: Int
    let due: Double
    let fired: Double
  }

  fileprivate actor Notes {
    nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }
    private let loop: ServiceLoop
    private(set) var lines: [String] = []
    private var fired: [Firing] = []
    private var hasSlept = false

    init(loop: ServiceLoop) { self.loop = loop }

    func note(_ line: String) { lines.append(line) }

    func isOnLoop() -> Bool { loop.isCurrent }

    /// Starts timers in the order given and returns when the last has fired.
    func run(timers: [Int]) async -> [Firing] {
      await withCheckedContinuation { done in
        for milliseconds in timers {
          let due = Double(ServiceLoop.now) / 1e6 + Double(milliseconds)
          loop.after(milliseconds: milliseconds) {
            self.fired.append(Firing(after: milliseconds, due: due, fired: Double(ServiceLoop.now) / 1e6))
            if self.fired.count == timers.count { done.resume() }
          }
        }
      }
      return fired
    }

    /// Holds the loop up before it starts a timer.
    func runLate(milliseconds: Int) async -> Firing {
      let end = ServiceLoop.now + 100_000_000
      while ServiceLoop.now < end {}
      return await run(timers: [milliseconds])[0]
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
    let firings = await Notes(loop: ServiceLoop()).run(timers: [400, 20, 200, 0, 80])
    #expect(firings.map(\.after).sorted() == [0, 20, 80, 200, 400])
    // By when they were due: a busy machine may hold us up between two starts.
    #expect(firings.map(\.due) == firings.map(\.due).sorted())
    for firing in firings {
      #expect(firing.fired >= firing.due)
      #expect(firing.fired < firing.due + 1_000)
    }
  }

  @Test("fires no timer early that was started late in a long iteration")
  func lateTimer() async {
    let firing = await Notes(loop: ServiceLoop()).runLate(milliseconds: 50)
    #expect(firing.fired >= firing.due)
  }

  @Test("takes no handler that runs elsewhere")
  func foreignHandler() async {
    await #expect(processExitsWith: .failure) {
      let loop = ServiceLoop()
      let elsewhere = Echo(loop: ServiceLoop())
      try await loop.start(ServerOptions(port: 0, subprotocol: "x"), handler: elsewhere) { _ in .notFound }
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
