import Glibc
import Synchronization

/// The files under one directory, as answers to requests.
///
/// Nothing outside of it is reached, be it by `..` or by a symbolic link, and nothing whose name begins with a dot.
/// Files are kept in memory and read again when they change.
public final class StaticFiles: Sendable {
  private let root: String
  private let cache = Mutex<[String: StaticFile]>([:])

  /// - Throws: ``TransportError/noDirectory(_:)``.
  public init(root: String) throws(TransportError) {
    guard let real = realPath(root), isDirectory(real) else { throw .noDirectory(root) }
    self.root = real
  }

  /// The file that the request names, or the one at `path`: 200, 304 when the asker has it, 404.
  /// A path that ends with a slash means the `index.html` there.
  public func response(to request: HTTPRequest, path: String? = nil) -> HTTPResponse {
    var path = path ?? request.path
    if path.hasSuffix("/") { path += "index.html" }
    guard isHarmless(path), let file = file(at: path) else { return .notFound }
    let headers = [(name: "etag", value: file.tag), (name: "cache-control", value: "no-cache")]
    if let known = request.ifNoneMatch, file.isNamed(in: known) {
      return HTTPResponse(status: 304, contentType: "", headers: headers, body: [])
    }
    return HTTPResponse(status: 200, contentType: ContentType.of(path), headers: headers, body: file.bytes)
  }

  /// Plain names between single slashes.
  private func isHarmless(_ path: String) -> Bool {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= Limits.staticPathBytes,
      !path.utf8.contains(0)
    else { return false }
    return path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.first != "." }
  }

  private func file(at path: String) -> StaticFile? {
    guard let real = realPath(root + path), real.hasPrefix(root + "/") else { return nil }
    return cache.withLock { cache in
      if let known = cache[path], known.isCurrent(at: real) { return known }
      let read = StaticFile(at: real)
      cache[path] = read
      return read
    }
  }
}

private func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}

private func isDirectory(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
