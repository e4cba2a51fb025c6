import Pairing
import Rounds

extension Envelope {
  /// Reads a frame in one walk, in time linear in its length and without allocating.
  ///
  /// - Throws: `too-large` for a frame over ``Limits/messageBytes`` or a chat over ``Limits/chatCharacters``;
  ///   `malformed` for what isn't one well-formed object, or a `signal` or `chat` with a field missing or
  ///   ill-typed.
  public static func scan(_ frame: UnsafeRawBufferPointer) throws(ProtocolError) -> Envelope {
    guard frame.count <= Limits.messageBytes else { throw overlong }
    let sight = try Sight.strict(frame)
    guard sight.type.shape == .string else {
      if sight.type.shape == .escapedString { throw escapedType }
      return Envelope(kind: .other)
    }
    let type = UnsafeRawBufferPointer(rebasing: frame[sight.type.range])
    if Sight.holds(type, "signal") { return try signal(sight, frame) }
    if Sight.holds(type, "chat") { return try chat(sight, frame) }
    if Sight.holds(type, "time"), sight.t0.shape == .number, sight.id.shape == .absent {
      return Envelope(kind: .time, t0: sight.t0.range)
    }
    return Envelope(kind: .other)
  }

  private static func signal(
    _ sight: Sight, _ frame: UnsafeRawBufferPointer
  ) throws(ProtocolError) -> Envelope {
    let from = try idText(sight.from, "from", frame)
    let to = try idText(sight.to, "to", frame)
    let room = try idText(sight.room, "room", frame)
    guard sight.link.shape == .number,
      let link = wholeNumber(UnsafeRawBufferPointer(rebasing: frame[sight.link.range])),
      link <= Limits.linkNumber
    else { throw malformedLink }
    switch (sight.description.shape, sight.candidate.shape) {
    case (.object, .absent), (.absent, .object), (.absent, .null): break
    default: throw malformedContent
    }
    return Envelope(kind: .signal, from: person(from), to: person(to), room: self.room(room), link: link)
  }

  private static func chat(_ sight: Sight, _ frame: UnsafeRawBufferPointer) throws(ProtocolError) -> Envelope
  {
    let from = try idText(sight.from, "from", frame)
    let room = try idText(sight.room, "room", frame)
    guard sight.text.shape == .string || sight.text.shape == .escapedString else { throw malformedText }
    let text = UnsafeRawBufferPointer(rebasing: frame[sight.text.range])
    // Only a text with more bytes than that can have more characters.
    if text.count > Limits.chatCharacters, characters(in: text) > Limits.chatCharacters {
      throw overlongChat
    }
    return Envelope(kind: .chat, from: person(from), room: self.room(room))
  }

  private init(
    kind: Kind, from: PersonID? = nil, to: PersonID? = nil, room: RoomID? = nil, link: Int? = nil,
    t0: Range<Int>? = nil
  ) {
    self.kind = kind
    self.from = from
    self.to = to
    self.room = room
    self.link = link
    self.t0 = t0
  }
}

// MARK: Values

extension Envelope {
  private static func idText(
    _ place: Sight.Place, _ name: StaticString, _ frame: UnsafeRawBufferPointer
  ) throws(ProtocolError) -> UnsafeRawBufferPointer {
    guard place.shape == .string else {
      throw .malformed("\(name) must be an id, as a string without escapes.")
    }
    return UnsafeRawBufferPointer(rebasing: frame[place.range])
  }

  /// Reads `p12` in its one spelling.
  private static func person(_ text: UnsafeRawBufferPointer) -> PersonID? {
    guard text.first == UInt8(ascii: "p") else { return nil }
    return wholeNumber(UnsafeRawBufferPointer(rebasing: text.dropFirst())).map(PersonID.init(rawValue:))
  }

  /// Reads `r3-17` in its one spelling.
  private static func room(_ text: UnsafeRawBufferPointer) -> RoomID? {
    guard text.first == UInt8(ascii: "r"), let dash = text.firstIndex(of: UInt8(ascii: "-")),
      let round = wholeNumber(UnsafeRawBufferPointer(rebasing: text[1..<dash])), round > 0,
      let number = wholeNumber(UnsafeRawBufferPointer(rebasing: text[(dash + 1)...])), number > 0
    else { return nil }
    return RoomID(round: round, number: number)
  }

  /// Digits only, without a needless 0 in front.
  private static func wholeNumber(_ text: UnsafeRawBufferPointer) -> Int? {
    guard (1...Limits.numberDigits).contains(text.count) else { return nil }
    if text.count > 1, text[0] == UInt8(ascii: "0") { return nil }
    var number = 0
    for byte in text {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// Counts the scalars of a string's text that a walk accepted.
  private static func characters(in text: UnsafeRawBufferPointer) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") {
        index += escapeLength(text, at: index)
        count += 1
      } else {
        count += text[index] & 0xC0 == 0x80 ? 0 : 1
        index += 1
      }
    }
    return count
  }

  private static func escapeLength(_ text: UnsafeRawBufferPointer, at index: Int) -> Int {
    guard text[index + 1] == UInt8(ascii: "u") else { return 2 }
    // D8 to DB: the first of a pair.
    let isPaired = text[index + 2] | 0x20 == UInt8(ascii: "d") && (text[index + 3] | 0x20) > UInt8(ascii: "7")
    return isPaired ? 12 : 6
  }
}

// MARK: Refusals

extension Envelope {
  private static var overlong: ProtocolError {
    ProtocolError(.tooLarge, "A frame has at most \(Limits.messageBytes) bytes.")
  }

  private static var overlongChat: ProtocolError {
    ProtocolError(.tooLarge, "A chat's text has at most \(Limits.chatCharacters) characters.")
  }

  private static var escapedType: ProtocolError {
    .malformed("type must be written without escapes.")
  }

  private static var malformedLink: ProtocolError {
    .malformed("link must be the whole number that the assignment or a peer message gave.")
  }

  private static var malformedContent: ProtocolError {
    .malformed("A signal carries either description, an object, or candidate, an object or null.")
  }

  private static var malformedText: ProtocolError {
    .malformed("text must be a string.")
  }
}
