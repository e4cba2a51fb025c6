internal import CLibwebsockets

/// Starting and stopping to serve; all on the loop.
extension LoopCore {
  func start(
    _ options: ServerOptions, handler: any ConnectionHandler,
    routes: @escaping @Sendable (HTTPRequest) -> HTTPResponse
  ) -> Result<Int, TransportError> {
    handler.preconditionIsolated("the handler must be an actor whose executor is this loop")
    guard server == nil else { return .failure(.alreadyStarted) }
    do throws(TransportError) {
      let address = try ListenAddress(options)
      try address.probe()
      let server = WebServer(core: self, options: options, handler: handler, routes: routes)
      let port = try openLibrary().listen(at: address, options)
      self.server = server
      server.startSweeping()
      hasStopped = false
      return .success(port)
    } catch {
      return .failure(error)
    }
  }

  /// The library, opened if need be.
  func openLibrary() -> LibraryContext {
    if let library { return library }
    let opened = LibraryContext(core: self)
    library = opened
    return opened
  }

  func waitForStop(_ waiter: CheckedContinuation<Void, Never>) {
    if hasStopped { waiter.resume() } else { stopWaiters.append(waiter) }
  }

  func beginStop(_ waiter: CheckedContinuation<Void, Never>) {
    guard let server else {
      waiter.resume()
      return
    }
    stopWaiters.append(waiter)
    guard !server.isStopping else { return }
    stopTimer = LoopTimer(on: self, milliseconds: Limits.stopMilliseconds) { [unowned self] in finishStop() }
    server.beginStop()
  }

  func finishStop() {
    let serving = server != nil
    stopTimer?.cancel()
    stopTimer = nil
    server?.stopSweeping()
    library?.destroy()
    library = nil
    server = nil
    guard serving else { return }
    hasStopped = true
    let waiters = stopWaiters
    stopWaiters = []
    for waiter in waiters { waiter.resume() }
  }
}
