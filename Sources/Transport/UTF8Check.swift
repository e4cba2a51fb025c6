/// Whether the bytes are a whole well-formed UTF-8 text, as RFC 3629 has it. Most of our texts are ASCII, so that
/// is looked at eight bytes at a time.
func isValidUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
  let count = bytes.count
  var index = 0
  while index < count {
    while index + 8 <= count,
      bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      index += 8
    }
    guard index < count else { return true }
    let lead = bytes[index]
    if lead < 0x80 {
      index += 1
      continue
    }
    guard let (length, second) = sequence(after: lead), index + length <= count else { return false }
    guard second.contains(bytes[index + 1]) else { return false }
    for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return false }
    index += length
  }
  return true
}

/// How long a sequence is, and what its second byte may be: no overlong forms, no surrogates, nothing past U+10FFFF.
private func sequence(after lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
  switch lead {
  case 0xC2...0xDF: (2, 0x80...0xBF)
  case 0xE0: (3, 0xA0...0xBF)
  case 0xED: (3, 0x80...0x9F)
  case 0xE1...0xEF: (3, 0x80...0xBF)
  case 0xF0: (4, 0x90...0xBF)
  case 0xF1...0xF3: (4, 0x80...0xBF)
  case 0xF4: (4, 0x80...0x8F)
  default: nil
  }
}
