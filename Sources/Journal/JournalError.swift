import GRDB

/// Why the journal cannot be used; the sentence says what would be right.
public enum JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  case newer(path: String, version: Int)
  case older(path: String, version: Int)
  /// Another server has the directory.
  case inUse(path: String)
  case corrupt(path: String, reason: String)
  case cannotWrite(reason: String)

  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "The journal \(path) cannot be opened: \(reason). Choose a directory that can be written to with --data."
    case .newer(let path, let version):
      "The journal \(path) was written by a newer Tertulia (format \(version)): run that one, or choose another --data."
    case .older(let path, let version):
      "The journal \(path) was written by a Tertulia before its first release (format \(version)): choose another --data."
    case .inUse(let path):
      "Another Tertulia is running on \(path): stop it, or choose another --data."
    case .corrupt(let path, let reason):
      "The journal \(path) is damaged: \(reason). Nothing was changed in it; choose another --data to begin anew."
    case .cannotWrite(let reason):
      "The journal cannot be written: \(reason)."
    }
  }
}

extension JournalError {
  /// What SQLite says, told apart: a file that is damaged, or one that can't be reached.
  init(opening path: String, _ error: any Error) {
    let found = error as? DatabaseError
    let reason = found?.message ?? "\(error)"
    self =
      switch found?.resultCode {
      case .SQLITE_NOTADB?, .SQLITE_CORRUPT?: .corrupt(path: path, reason: reason)
      default: .cannotOpen(path: path, reason: reason)
      }
  }
}
