/// Why the journal cannot be used; the sentence says what would be right.
public enum JournalError: Error, Hashable, Sendable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  case newer(path: String, version: Int)
  case corrupt(path: String, reason: String)
  case cannotWrite(reason: String)

  public var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "The journal \(path) cannot be opened: \(reason). Choose a directory that can be written to with --data."
    case .newer(let path, let version):
      "The journal \(path) was written by a newer Tertulia (format \(version)): run that one, or choose another --data."
    case .corrupt(let path, let reason):
      "The journal \(path) is damaged: \(reason). Nothing was changed in it; choose another --data to begin anew."
    case .cannotWrite(let reason):
      "The journal cannot be written: \(reason)."
    }
  }
}
