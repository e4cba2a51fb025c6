import Pairing
import Rounds
import Signalling

/// Lends the bytes of a frame, copied into memory of exactly its length, so that a read past its end shows.
func withFrame<Result>(_ bytes: some Collection<UInt8>, _ body: (UnsafeRawBufferPointer) throws -> Result)
  rethrows -> Result
{
  let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
  defer { memory.deallocate() }
  memory.copyBytes(from: bytes)
  return try body(UnsafeRawBufferPointer(memory))
}

func scan(_ text: String) throws -> Envelope {
  try withFrame(text.utf8) { try Envelope.scan($0) }
}

func decodeClient(_ text: String) throws -> ClientMessage {
  try withFrame(text.utf8) { try ClientMessage.decode($0) }
}

func decodeServer(_ text: String) throws -> ServerMessage {
  try withFrame(text.utf8) { try ServerMessage.decode($0) }
}

/// The error that `body` throws; nil if it throws none.
func refusal(_ body: () throws -> Void) -> ProtocolError? {
  do {
    try body()
    return nil
  } catch {
    return error as? ProtocolError
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

extension PersonID {
  static func p(_ number: Int) -> PersonID { PersonID(rawValue: number) }
}

extension RoomID {
  static func r(_ round: Int, _ number: Int) -> RoomID { RoomID(round: round, number: number) }
}

extension Instant {
  static func at(_ milliseconds: Milliseconds) -> Instant { Instant(milliseconds: milliseconds) }
}
