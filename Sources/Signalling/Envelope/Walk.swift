/// One pass over a frame that accepts exactly well-formed JSON in well-formed UTF-8, and remembers nothing.
///
/// It borrows the frame's memory: whoever makes one keeps the buffer alive and lets the walk end first.
/// No read leaves the buffer: ``peek()`` gives 0 at its end, which no rule accepts, and words are only loaded
/// where eight bytes are left.
struct Walk {
  let start: UnsafePointer<UInt8>
  let end: UnsafePointer<UInt8>
  var next: UnsafePointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: UnsafePointer<UInt8>) {
    self.start = start
    end = start + bytes.count
    next = start
  }

  var offset: Int {
    @inline(__always) get { next - start }
  }

  var isAtEnd: Bool {
    @inline(__always) get { next == end }
  }

  /// The byte that comes next; 0 at the end.
  @inline(__always)
  func peek() -> UInt8 {
    next < end ? next.pointee : 0
  }

  /// Steps over a byte that ``peek()`` showed.
  @inline(__always)
  mutating func step() {
    next += 1
  }

  /// What is wrong here; at the end of the frame any surprise means that it ends too early.
  @inline(__always)
  func flaw(_ kind: Flaw.Kind) -> Flaw {
    Flaw(kind: isAtEnd && kind != .tooDeep ? .unfinished : kind, offset: offset)
  }

  /// Steps over white space, of which JSON has four kinds.
  @inline(__always)
  mutating func skipSpace() {
    while next < end {
      let byte = next.pointee
      if byte > 0x20 { return }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      next += 1
    }
  }

  @inline(__always)
  mutating func expect(_ byte: UInt8) throws(Flaw) {
    guard peek() == byte else { throw flaw(.unexpectedByte) }
    next += 1
  }
}
