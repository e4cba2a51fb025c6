internal import CLibwebsockets
import Glibc

/// C memory that lives as long as a context of the library.
final class LibraryMemory {
  private var blocks: [UnsafeMutableRawPointer] = []

  deinit {
    for block in blocks { free(block) }
  }

  func zeroed<Value>(_ type: Value.Type, count: Int = 1) -> UnsafeMutablePointer<Value> {
    guard let block = calloc(count, MemoryLayout<Value>.stride) else { fatalError("no memory") }
    blocks.append(block)
    return block.bindMemory(to: type, capacity: count)
  }

  func string(_ text: String) -> UnsafePointer<CChar> {
    guard let copy = strdup(text) else { fatalError("no memory") }
    blocks.append(copy)
    return UnsafePointer(copy)
  }

  /// The library's linked list of headers, for the responses that it makes itself.
  func headers(
    _ headers: [(name: String, value: String)]
  ) -> UnsafePointer<lws_protocol_vhost_options>? {
    var next: UnsafePointer<lws_protocol_vhost_options>?
    for header in headers.reversed() {
      let entry = zeroed(lws_protocol_vhost_options.self)
      entry.pointee.next = next
      entry.pointee.name = string(header.name + ":")
      entry.pointee.value = string(header.value)
      next = UnsafePointer(entry)
    }
    return next
  }
}
