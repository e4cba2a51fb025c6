/// What the world did to us, each as one sentence that says what is wrong and what would be right.
public enum TransportError: Error, Equatable, Sendable {
  /// Somebody else listens there.
  case portTaken(address: String, port: Int)
  /// The address is none of this machine's.
  case addressNotAvailable(String)
  /// Ports below 1024 belong to root.
  case permissionDenied(address: String, port: Int)
  /// Anything else that keeps us from listening; the text is the system's.
  case cannotListen(address: String, port: Int, reason: String)
  /// The loop serves already.
  case alreadyStarted
  /// The directory of static files is none.
  case noDirectory(String)
  /// The text is no ws:// or wss:// URL.
  case badAddress(String)
  /// The name has no address.
  case hostNotFound(String)
  /// Nobody listens there.
  case refused(String)
  /// No answer in time.
  case timedOut(String)
  /// TLS could not be agreed on, or the certificate is not trusted.
  case tlsFailed(String, reason: String)
  /// The server answered, but with no WebSocket; the status is 0 when it hung up.
  case upgradeRefused(String, status: Int)
  /// The connection could not be made for another reason.
  case connectionFailed(String, reason: String)
  /// The connection is over: 1006 when it was lost, 1005 when the peer gave no code.
  case closed(code: UInt16, reason: String)
  /// The task that waited was cancelled.
  case cancelled
}

extension TransportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .portTaken(let address, let port):
      "Port \(port) on \(address) is taken: choose another with --port."
    case .addressNotAvailable(let address):
      "\(address) is no address of this machine: choose one with --host, 127.0.0.1 or 0.0.0.0 for example."
    case .permissionDenied(let address, let port):
      "Port \(port) on \(address) needs more rights than we have: choose one from 1024 up with --port."
    case .cannotListen(let address, let port, let reason):
      "Can't listen on \(address) port \(port): \(reason)."
    case .alreadyStarted:
      "This loop serves already: stop it first, or take another."
    case .noDirectory(let path):
      "\(path) is no directory that can be read: name the one that holds the pages."
    case .badAddress(let url):
      "\(url) is no WebSocket address: it should look like ws://127.0.0.1:8080/ws."
    case .hostNotFound(let host):
      "The name \(host) has no address: check its spelling and the network."
    case .refused(let url):
      "Nobody listens at \(url): is the server running?"
    case .timedOut(let url):
      "No answer from \(url) in time: check the address and the network."
    case .tlsFailed(let url, let reason):
      "No secure connection with \(url) (\(reason)): check its certificate."
    case .upgradeRefused(let url, let status):
      status == 0
        ? "\(url) hung up instead of opening a WebSocket: is it the right server?"
        : "\(url) answered with HTTP status \(status) instead of opening a WebSocket: is it the right address?"
    case .connectionFailed(let url, let reason):
      "Can't connect to \(url): \(reason)."
    case .closed(let code, let reason):
      reason.isEmpty
        ? "The connection was closed with code \(code)."
        : "The connection was closed with code \(code): \(reason)."
    case .cancelled:
      "The waiting was given up."
    }
  }
}
