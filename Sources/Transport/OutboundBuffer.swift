/// The frames that wait for the end of the iteration: one run of bytes, so that they go out in one write.
///
/// It holds no memory while it is empty, because ten thousand connections are mostly silent.
struct OutboundBuffer: ~Copyable {
  private var base: UnsafeMutableRawPointer?
  private var capacity = 0
  private(set) var count = 0

  deinit { base?.deallocate() }

  /// Appends a whole frame as it goes over the wire.
  mutating func append(wire: [UInt8]) {
    wire.withUnsafeBytes { bytes in
      reserve(bytes.count)
      copy(bytes)
    }
  }

  /// Frames a payload and appends it.
  mutating func append(_ kind: FrameHeader.Kind, _ payload: UnsafeRawBufferPointer) {
    reserve(FrameHeader.longest + payload.count)
    let free = UnsafeMutableRawBufferPointer(start: base! + count, count: FrameHeader.longest)
    count += FrameHeader.write(kind, length: payload.count, into: free)
    copy(payload)
  }

  /// Lends all the bytes and forgets them.
  mutating func drain<Result>(_ body: (UnsafeMutableRawBufferPointer) -> Result) -> Result {
    let result = body(UnsafeMutableRawBufferPointer(start: base, count: count))
    clear()
    return result
  }

  mutating func clear() {
    base?.deallocate()
    base = nil
    capacity = 0
    count = 0
  }

  private mutating func copy(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress else { return }
    (base! + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  private mutating func reserve(_ more: Int) {
    guard count + more > capacity else { return }
    capacity = max(count + more, 2 * capacity, 512)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    if let base {
      larger.copyMemory(from: base, byteCount: count)
      base.deallocate()
    }
    base = larger
  }
}
