// Numbers, words, and the arrays and objects that hold them.
extension Walk {
  /// Steps over any value; `level` arrays and objects are already open around it.
  mutating func value(level: Int) throws(Flaw) {
    /// A bit for each array or object that this call opened, the innermost lowest; 1 for an object.
    var objects: UInt64 = 0
    var depth = 0
    values: while true {
      switch peek() {
      case UInt8(ascii: "\""):
        next += 1
        _ = try string()
      case UInt8(ascii: "{"):
        try checkDepth(level + depth)
        next += 1
        skipSpace()
        if peek() == UInt8(ascii: "}") {
          next += 1
        } else {
          objects = objects << 1 | 1
          depth += 1
          try key()
          continue values
        }
      case UInt8(ascii: "["):
        try checkDepth(level + depth)
        next += 1
        skipSpace()
        if peek() == UInt8(ascii: "]") {
          next += 1
        } else {
          objects <<= 1
          depth += 1
          continue values
        }
      case UInt8(ascii: "t"): try word("true")
      case UInt8(ascii: "f"): try word("false")
      case UInt8(ascii: "n"): try word("null")
      default: try number()
      }
      ends: while depth > 0 {
        skipSpace()
        let isObject = objects & 1 == 1
        switch peek() {
        case UInt8(ascii: ","):
          next += 1
          skipSpace()
          if isObject { try key() }
          continue values
        case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
          next += 1
          objects >>= 1
          depth -= 1
        default: throw flaw(.unexpectedByte)
        }
      }
      return
    }
  }

  @inline(__always)
  private func checkDepth(_ open: Int) throws(Flaw) {
    guard open < Limits.nestingLevels else { throw flaw(.tooDeep) }
  }

  /// Steps over a key, its colon and the space around it.
  @inline(__always)
  private mutating func key() throws(Flaw) {
    try expect(UInt8(ascii: "\""))
    _ = try string()
    skipSpace()
    try expect(UInt8(ascii: ":"))
    skipSpace()
  }

  @inline(__always)
  private mutating func word(_ word: StaticString) throws(Flaw) {
    for index in 0..<word.utf8CodeUnitCount {
      try expect(word.utf8Start[index])
    }
  }

  @inline(__always)
  private mutating func digits() -> Int {
    let first = next
    while next < end, next.pointee &- 0x30 < 10 { next += 1 }
    return next - first
  }

  @inline(__always)
  private mutating func number() throws(Flaw) {
    let first = next
    if peek() == UInt8(ascii: "-") { next += 1 }
    if peek() == UInt8(ascii: "0") {
      next += 1
    } else {
      let count = digits()
      guard count > 0 else { throw flaw(.unexpectedByte) }
      guard count <= Limits.numberDigits else { throw flaw(.badNumber) }
    }
    if peek() == UInt8(ascii: ".") {
      next += 1
      guard digits() > 0 else { throw flaw(.unexpectedByte) }
    }
    if peek() | 0x20 == UInt8(ascii: "e") {
      next += 1
      if peek() == UInt8(ascii: "+") || peek() == UInt8(ascii: "-") { next += 1 }
      let count = digits()
      guard count > 0 else { throw flaw(.unexpectedByte) }
      guard count <= Limits.exponentDigits else { throw flaw(.badNumber) }
    }
    guard next - first <= Limits.numberCharacters else { throw flaw(.badNumber) }
  }
}
