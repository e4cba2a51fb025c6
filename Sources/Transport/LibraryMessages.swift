internal import CLibwebsockets
import Synchronization

/// What libwebsockets says to a log.
enum LibraryMessages {
  fileprivate static let sink = Mutex<(@Sendable (String) -> Void)?>(nil)

  static func report(to sink: (@Sendable (String) -> Void)?) {
    self.sink.withLock { $0 = sink }
  }

  /// To be called before a context is made. At lower levels the libev plugin tells of every change.
  static func connect() {
    lws_set_log_level(LLL_ERR | LLL_WARN, libraryMessageCame)
  }
}

private func libraryMessageCame(_ level: Int32, _ line: UnsafePointer<CChar>?) {
  guard let line, let sink = LibraryMessages.sink.withLock({ $0 }) else { return }
  var text = String(cString: line)
  while text.last?.isNewline == true { text.removeLast() }
  sink(text)
}
