import Foundation
import Glibc
import Synchronization

/// Keeps a data directory to one server: two that write one journal would each lose what the other knows.
///
/// The system lets go of it when the process ends, however it ends.
final class DirectoryLock: Sendable {
  private let file: Mutex<Int32?>

  /// - Throws: `inUse` while another process holds it, `cannotOpen` if the file can't be made.
  init(directory: URL) throws(JournalError) {
    let path = directory.appending(path: "journal.lock").path
    let file = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotOpen(path: path, reason: String(cString: strerror(errno))) }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw .inUse(path: directory.path)
    }
    self.file = Mutex(file)
  }

  func release() {
    file.withLock { file in
      if let open = file { close(open) }
      file = nil
    }
  }

  deinit {
    release()
  }
}
