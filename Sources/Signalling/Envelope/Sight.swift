/// Where in a frame the top-level values stand that route it: what one walk sees, before anybody judges it.
struct Sight {
  /// A value's place; the quotes of a string are left out.
  struct Place {
    enum Shape: UInt8 { case absent, string, escapedString, object, null, number, other }

    var shape = Shape.absent
    var range = 0..<0
  }

  var type = Place()
  var id = Place()
  var from = Place()
  var to = Place()
  var room = Place()
  var link = Place()
  var text = Place()
  var description = Place()
  var candidate = Place()
  var t0 = Place()

  /// Walks the whole frame.
  init(_ frame: UnsafeRawBufferPointer) throws(Flaw) {
    let bytes = frame.assumingMemoryBound(to: UInt8.self)
    guard let start = bytes.baseAddress else { throw Flaw(kind: .unfinished, offset: 0) }
    var walk = Walk(bytes, start: start)
    walk.skipSpace()
    guard walk.peek() == UInt8(ascii: "{") else { throw walk.flaw(.notAnObject) }
    walk.step()
    walk.skipSpace()
    if walk.peek() == UInt8(ascii: "}") {
      walk.step()
    } else {
      try members(&walk, start)
    }
    walk.skipSpace()
    guard walk.isAtEnd else { throw walk.flaw(.trailingBytes) }
  }

  @inline(__always)
  private mutating func members(_ walk: inout Walk, _ start: UnsafePointer<UInt8>) throws(Flaw) {
    while true {
      try walk.expect(UInt8(ascii: "\""))
      let first = walk.offset
      guard try !walk.string() else { throw walk.flaw(.escapedKey) }
      let key = UnsafeRawBufferPointer(start: start + first, count: walk.offset - 1 - first)
      walk.skipSpace()
      try walk.expect(UInt8(ascii: ":"))
      walk.skipSpace()
      let place = try Self.place(&walk)
      guard note(place, as: key) else { throw walk.flaw(.repeatedKey) }
      walk.skipSpace()
      if walk.peek() == UInt8(ascii: ",") {
        walk.step()
        walk.skipSpace()
      } else {
        try walk.expect(UInt8(ascii: "}"))
        return
      }
    }
  }

  /// Steps over a value of the top level, and says where it stood.
  @inline(__always)
  private static func place(_ walk: inout Walk) throws(Flaw) -> Place {
    let first = walk.offset
    let lead = walk.peek()
    if lead == UInt8(ascii: "\"") {
      walk.step()
      let hasEscape = try walk.string()
      return Place(shape: hasEscape ? .escapedString : .string, range: first + 1..<walk.offset - 1)
    }
    try walk.value(level: 1)
    let shape: Place.Shape =
      switch lead {
      case UInt8(ascii: "{"): .object
      case UInt8(ascii: "n"): .null
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
      default: .other
      }
    return Place(shape: shape, range: first..<walk.offset)
  }

  /// Keeps the place if the key matters; gives false if that key came before.
  @inline(__always)
  private mutating func note(_ place: Place, as key: UnsafeRawBufferPointer) -> Bool {
    switch key.count {
    case 2:
      switch key.loadUnaligned(as: UInt16.self) {
      case Self.word("id"): Self.fill(&id, place)
      case Self.word("to"): Self.fill(&to, place)
      case Self.word("t0"): Self.fill(&t0, place)
      default: true
      }
    case 4:
      switch key.loadUnaligned(as: UInt32.self) {
      case Self.word("type"): Self.fill(&type, place)
      case Self.word("from"): Self.fill(&from, place)
      case Self.word("room"): Self.fill(&room, place)
      case Self.word("link"): Self.fill(&link, place)
      case Self.word("text"): Self.fill(&text, place)
      default: true
      }
    case 9 where Self.holds(key, "candidate"): Self.fill(&candidate, place)
    case 11 where Self.holds(key, "description"): Self.fill(&description, place)
    default: true
    }
  }

  @inline(__always)
  private static func fill(_ slot: inout Place, _ place: Place) -> Bool {
    guard slot.shape == .absent else { return false }
    slot = place
    return true
  }

  /// The bytes of a short name as they lie in memory, folded by the optimizer.
  @inline(__always)
  private static func word<Word: FixedWidthInteger>(_ name: StaticString) -> Word {
    var word: Word = 0
    for index in 0..<name.utf8CodeUnitCount {
      word |= Word(truncatingIfNeeded: name.utf8Start[index]) << (8 * index)
    }
    return Word(littleEndian: word)
  }

  @inline(__always)
  static func holds(_ bytes: UnsafeRawBufferPointer, _ name: StaticString) -> Bool {
    guard bytes.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count where bytes[index] != name.utf8Start[index] { return false }
    return true
  }
}

extension Sight {
  /// Walks a frame, and tells the sender what is wrong with it.
  static func strict(_ frame: UnsafeRawBufferPointer) throws(ProtocolError) -> Sight {
    do {
      return try Sight(frame)
    } catch {
      throw error.asProtocolError
    }
  }
}
