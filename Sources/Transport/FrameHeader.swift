/// The head of a WebSocket frame from a server: whole messages, unmasked.
enum FrameHeader {
  enum Kind: UInt8 {
    case text = 0x81
    case ping = 0x89
  }

  /// Bytes of the longest head.
  static let longest = 10

  /// Writes the head for a payload of `length` bytes and answers how long it is.
  static func write(_ kind: Kind, length: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    buffer[0] = kind.rawValue
    switch length {
    case ..<126:
      buffer[1] = UInt8(length)
      return 2
    case ..<65_536:
      buffer[1] = 126
      buffer.storeBytes(of: UInt16(length).bigEndian, toByteOffset: 2, as: UInt16.self)
      return 4
    default:
      buffer[1] = 127
      buffer.storeBytes(of: UInt64(length).bigEndian, toByteOffset: 2, as: UInt64.self)
      return 10
    }
  }
}
