import Synchronization

extension ServiceLoop {
  /// Listens and serves until ``stop()``.
  ///
  /// - Parameters:
  ///   - handler: an actor on this loop, told of connections and messages.
  ///   - routes: answers GET and HEAD requests; called on the loop, so `assumeIsolated` works in it.
  /// - Throws: ``TransportError`` when it can't listen there, or serves already.
  public func start(
    _ options: ServerOptions, handler: any ConnectionHandler,
    routes: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) async throws(TransportError) {
    let core = core
    let outcome: Result<Int, TransportError> = await withCheckedContinuation { continuation in
      core.call {
        continuation.resume(returning: core.start(options, handler: handler, routes: routes))
      }
    }
    listeningPort.store(try outcome.get(), ordering: .relaxed)
  }

  /// The port that is listened on; 0 before `start` and after `stop`.
  public var port: Int { listeningPort.load(ordering: .relaxed) }

  /// Closes the listening socket, then every WebSocket with 1001, and returns when all are gone, a second later
  /// at most. Messages sent before are written first. Without a `start` it does nothing.
  public func stop() async {
    let core = core
    await withCheckedContinuation { continuation in
      core.call { core.beginStop(continuation) }
    }
    listeningPort.store(0, ordering: .relaxed)
  }

  /// Returns at the end of a ``stop()`` that follows a `start`, at once if that is past.
  public func waitUntilStopped() async {
    let core = core
    await withCheckedContinuation { continuation in
      core.call { core.waitForStop(continuation) }
    }
  }

  /// Hands warnings of libwebsockets to `sink`, on the loop's thread; nil drops them, as it is at first.
  /// They are about malformed requests for the most part. One sink serves the whole process.
  public static func reportLibraryMessages(_ sink: (@Sendable (String) -> Void)?) {
    LibraryMessages.report(to: sink)
  }
}
