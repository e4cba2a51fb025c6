// Strings: where nearly all bytes of a frame are, and so where the walk must be quick.
extension Walk {
  /// Steps over a string whose opening quote is already behind; gives whether it holds an escape.
  @inline(__always)
  mutating func string() throws(Flaw) -> Bool {
    var hasEscape = false
    while true {
      skipPlain()
      let byte = peek()
      if byte == UInt8(ascii: "\"") {
        next += 1
        return hasEscape
      }
      if byte == UInt8(ascii: "\\") {
        hasEscape = true
        // Line ends, which descriptions are full of, go first.
        if end - next >= 2, next[1] == UInt8(ascii: "r") || next[1] == UInt8(ascii: "n") {
          next += 2
        } else {
          try escape()
        }
      } else if byte < 0x20 {
        throw flaw(.controlInString)
      } else {
        try multibyte()
      }
    }
  }

  /// Steps over printable ASCII up to a quote, a backslash, a control character or a byte beyond ASCII.
  @inline(__always)
  private mutating func skipPlain() {
    while end - next >= 8 {
      let word = UInt64(littleEndian: UnsafeRawPointer(next).loadUnaligned(as: UInt64.self))
      let special = Self.special(in: word)
      if special != 0 {
        next += special.trailingZeroBitCount >> 3
        return
      }
      next += 8
    }
    while next < end {
      let byte = next.pointee
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      next += 1
    }
  }

  /// Sets the top bit of each byte that ends a plain run. A borrow can only disturb bytes behind a true hit,
  /// and only the first hit is used.
  @inline(__always)
  private static func special(in word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = (word ^ (ones &* 0x22)) &- ones
    let backslashes = (word ^ (ones &* 0x5C)) &- ones
    let controls = word &- (ones &* 0x20)
    return (quotes | backslashes | controls | word) & (ones &* 0x80)
  }

  @inline(never)
  private mutating func escape() throws(Flaw) {
    next += 1
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      next += 1
    case UInt8(ascii: "u"):
      next += 1
      let unit = try hexUnit()
      switch unit {
      case 0: throw flaw(.nulInString)
      case 0xD800...0xDBFF:
        guard peek() == UInt8(ascii: "\\") else { throw flaw(.badEscape) }
        next += 1
        guard peek() == UInt8(ascii: "u") else { throw flaw(.badEscape) }
        next += 1
        guard (0xDC00...0xDFFF).contains(try hexUnit()) else { throw flaw(.badEscape) }
      case 0xDC00...0xDFFF: throw flaw(.badEscape)
      default: break
      }
    default: throw flaw(.badEscape)
    }
  }

  private mutating func hexUnit() throws(Flaw) -> UInt32 {
    var unit: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8
      switch peek() {
      case let byte where byte >= 0x30 && byte <= 0x39: digit = byte - 0x30
      case let byte where byte >= 0x41 && byte <= 0x46: digit = byte - 0x37
      case let byte where byte >= 0x61 && byte <= 0x66: digit = byte - 0x57
      default: throw flaw(.badEscape)
      }
      unit = unit << 4 | UInt32(digit)
      next += 1
    }
    return unit
  }

  /// Steps over a run of scalars beyond ASCII, in their shortest form and without surrogates.
  @inline(never)
  private mutating func multibyte() throws(Flaw) {
    while peek() >= 0x80 {
      let lead = next.pointee
      let left = end - next
      let length: Int
      let second: ClosedRange<UInt8>
      switch lead {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      default: throw flaw(.badUTF8)
      }
      guard left >= length, second.contains(next[1]) else { throw flaw(.badUTF8) }
      guard length < 3 || next[2] & 0xC0 == 0x80, length < 4 || next[3] & 0xC0 == 0x80 else {
        throw flaw(.badUTF8)
      }
      next += length
    }
  }
}
