import Glibc

/// A file as it was when it was read.
struct StaticFile: Sendable {
  let bytes: [UInt8]
  /// A strong entity tag, by content.
  let tag: String
  private let version: Version

  private struct Version: Equatable {
    let seconds: Int
    let nanoseconds: Int
    let size: Int
    let node: UInt

    init?(_ status: stat) {
      guard status.st_mode & S_IFMT == S_IFREG else { return nil }
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
      size = Int(status.st_size)
      node = UInt(status.st_ino)
    }
  }

  /// Nil when there is no file that can be read, or it is over the limit.
  init?(at path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, let version = Version(status), version.size <= Limits.staticFileBytes
    else {
      return nil
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(version.size)
    var piece = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Limits.staticFileBytes {
      let count = read(file, &piece, piece.count)
      guard count >= 0 else { return nil }
      if count == 0 { break }
      bytes += piece[..<count]
    }
    self.bytes = bytes
    self.version = version
    self.tag = "\"\(String(hash(of: bytes), radix: 16))-\(String(bytes.count, radix: 16))\""
  }

  /// Whether the file is still as it was read.
  func isCurrent(at path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && Version(status) == version
  }

  /// Whether an If-None-Match header names this version.
  func isNamed(in header: String) -> Bool {
    header.split(separator: ",").contains { part in
      let name = part.drop { $0 == " " }.prefix { $0 != " " }
      return name == "*" || name == tag || name == "W/" + tag
    }
  }
}

/// FNV-1a: two versions of a page that follow each other don't collide by accident, and nobody attacks his own files.
private func hash(of bytes: [UInt8]) -> UInt64 {
  bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}
