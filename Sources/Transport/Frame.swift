/// A text message, framed once and sendable to many.
public final class Frame: Sendable {
  /// As it goes over the wire: header and payload.
  let wire: [UInt8]
  /// The message's own length in bytes.
  public let byteCount: Int

  /// Frames bytes that are valid UTF-8.
  public init(_ text: UnsafeRawBufferPointer) {
    byteCount = text.count
    wire = Self.framed(text)
  }

  /// Frames bytes that are valid UTF-8.
  public init(_ text: [UInt8]) {
    byteCount = text.count
    wire = text.withUnsafeBytes(Self.framed)
  }

  /// Frames a text.
  public convenience init(_ text: String) {
    self.init(Array(text.utf8))
  }

  private static func framed(_ text: UnsafeRawBufferPointer) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: FrameHeader.longest + text.count) { buffer, count in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      let header = FrameHeader.write(.text, length: text.count, into: raw)
      UnsafeMutableRawBufferPointer(rebasing: raw[header...]).copyMemory(from: text)
      count = header + text.count
    }
  }
}
