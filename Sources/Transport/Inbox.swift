import Synchronization

/// The messages of one connection between the loop, which puts them in, and the one who waits for them.
final class Inbox: Sendable {
  private struct Contents {
    var messages: [String] = []
    var taken = 0
    var end: TransportError?
    var waiter: CheckedContinuation<Result<String, TransportError>, Never>?
  }

  private let contents = Mutex(Contents())

  func put(_ message: String) {
    let waiter = contents.withLock { contents in
      defer { contents.waiter = nil }
      if contents.waiter == nil { contents.messages.append(message) }
      return contents.waiter
    }
    waiter?.resume(returning: .success(message))
  }

  /// Nothing comes any more; the first reason counts.
  func finish(_ end: TransportError) {
    let waiter = contents.withLock { contents in
      defer { contents.waiter = nil }
      if contents.end == nil { contents.end = end }
      return contents.waiter
    }
    waiter?.resume(returning: .failure(end))
  }

  /// The next message, in order; the end after the last.
  func next() async throws(TransportError) -> String {
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { waiter in
        let ready: Result<String, TransportError>? = contents.withLock { contents in
          if let message = Self.pop(&contents) { return .success(message) }
          if let end = contents.end { return .failure(end) }
          if Task.isCancelled { return .failure(.cancelled) }
          precondition(contents.waiter == nil, "only one may wait for a message at a time")
          contents.waiter = waiter
          return nil
        }
        if let ready { waiter.resume(returning: ready) }
      }
    } onCancel: {
      let waiter = contents.withLock { contents in
        defer { contents.waiter = nil }
        return contents.waiter
      }
      waiter?.resume(returning: .failure(.cancelled))
    }
    return try result.get()
  }

  private static func pop(_ contents: inout Contents) -> String? {
    guard contents.taken < contents.messages.count else { return nil }
    defer {
      contents.taken += 1
      if contents.taken == contents.messages.count {
        contents.messages.removeAll(keepingCapacity: true)
        contents.taken = 0
      }
    }
    return contents.messages[contents.taken]
  }
}
