/// Writes JSON straight into bytes, with no tree and no strings in between.
///
/// Commas set themselves: a member or element that doesn't come first is the one before which no bracket stands.
/// That everything is closed again is up to the `write` methods.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Appends what `body` writes to `buffer`, in the memory that it has.
  @inline(__always)
  static func append(to buffer: inout [UInt8], _ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    swap(&writer.bytes, &buffer)
    body(&writer)
    swap(&writer.bytes, &buffer)
  }

  /// Appends JSON that is known to be well-formed.
  @inline(__always)
  mutating func raw(_ json: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: json.utf8Start, count: json.utf8CodeUnitCount))
  }

  @inline(__always)
  mutating func raw(_ json: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: json)
  }

  mutating func raw(_ json: String) {
    bytes.append(contentsOf: json.utf8)
  }

  @inline(__always)
  mutating func comma() {
    switch bytes.last {
    case UInt8(ascii: "{"), UInt8(ascii: "["), nil: break
    default: bytes.append(UInt8(ascii: ","))
    }
  }

  @inline(__always)
  mutating func open() {
    bytes.append(UInt8(ascii: "{"))
  }

  @inline(__always)
  mutating func close() {
    bytes.append(UInt8(ascii: "}"))
  }

  /// Opens a message of that type.
  @inline(__always)
  mutating func open(_ type: StaticString) {
    raw(#"{"type":""#)
    raw(type)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a name, which needs no escapes, and its colon.
  @inline(__always)
  mutating func name(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    raw("\":")
  }

  @inline(__always)
  mutating func field(_ name: StaticString, _ value: some JSONWritable) {
    self.name(name)
    value.write(to: &self)
  }

  /// Writes nothing at all for nil; ``field(_:_:)`` would write null.
  @inline(__always)
  mutating func optional(_ name: StaticString, _ value: (some JSONWritable)?) {
    if let value { field(name, value) }
  }

  mutating func integer(_ value: Int64) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { space in
      var index = space.count
      var rest = value.magnitude
      repeat {
        index -= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        space[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest != 0
      if value < 0 {
        index -= 1
        space[index] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: space[index...]))
    }
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { escaped($0) }
    if isWritten == nil {
      Array(text.utf8).withUnsafeBufferPointer { escaped($0) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends whole runs between the bytes that JSON wants escaped.
  private mutating func escaped(_ text: UnsafeBufferPointer<UInt8>) {
    var run = 0
    for index in text.indices {
      let byte = text[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
      escape(byte)
      run = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw(#"\""#)
    case UInt8(ascii: "\\"): raw(#"\\"#)
    case 0x08: raw(#"\b"#)
    case 0x09: raw(#"\t"#)
    case 0x0A: raw(#"\n"#)
    case 0x0C: raw(#"\f"#)
    case 0x0D: raw(#"\r"#)
    default:
      raw(byte < 0x10 ? #"\u000"# : #"\u001"#)
      let digit = byte & 0x0F
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
