import Pairing
import Rounds

// What the protocol reads out of plain JSON values, with its limits.
extension JSONValue {
  /// A line for people: trimmed, then measured.
  ///
  /// Control characters are refused, because a terminal would obey those in a name.
  func line(upTo most: Int, orEmpty mayBeEmpty: Bool = true) throws(ProtocolError) -> String {
    let line = try string().trimmed
    guard mayBeEmpty || !line.isEmpty else { throw .malformed("\(path) must not be empty.") }
    guard !line.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw .malformed("\(path) must be one line without control characters.")
    }
    return try line.measured(path, most)
  }

  /// Lines for people: trimmed, then measured. Of the control characters, tabs and ends of lines may stay.
  func lines(upTo most: Int, orEmpty mayBeEmpty: Bool = true) throws(ProtocolError) -> String {
    let lines = try string().trimmed
    guard mayBeEmpty || !lines.isEmpty else { throw .malformed("\(path) must not be empty.") }
    let isClean = lines.unicodeScalars.allSatisfy { scalar in
      scalar.properties.generalCategory != .control || "\t\n\r".unicodeScalars.contains(scalar)
    }
    guard isClean else {
      throw .malformed("\(path) must not hold control characters but tabs and ends of lines.")
    }
    return try lines.measured(path, most)
  }

  /// A language tag such as `es` or `pt-BR`.
  func locale() throws(ProtocolError) -> String {
    let tag = try plain(upTo: Limits.localeCharacters)
    let isTag = tag.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-": true
      default: false
      }
    }
    guard isTag else { throw .malformed("\(path) must be a language tag such as es or pt-BR.") }
    return tag
  }

  /// A text for programs, as it is.
  func plain(upTo most: Int) throws(ProtocolError) -> String {
    let text = try string()
    guard !text.isEmpty else { throw .malformed("\(path) must not be empty.") }
    return try text.measured(path, most)
  }

  /// One of the words that a type has.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _: Word.Type = Word.self
  ) throws(ProtocolError) -> Word {
    if let word = Word(rawValue: try string()) { return word }
    let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
    throw .malformed("\(path) must be one of \(words).")
  }

  func instant() throws(ProtocolError) -> Instant {
    Instant(milliseconds: Milliseconds(try integer()))
  }

  /// A duration, which the wire has in seconds, whole or not.
  func duration(inSeconds range: ClosedRange<Int>) throws(ProtocolError) -> Milliseconds {
    let seconds = try number()
    guard seconds >= Double(range.lowerBound), seconds <= Double(range.upperBound) else {
      throw .malformed("\(path) must be from \(range.lowerBound) to \(range.upperBound) seconds.")
    }
    return Milliseconds(seconds * 1_000 + (seconds < 0 ? -0.5 : 0.5))
  }

  /// A person's id; any other text is nobody's.
  func person() throws(ProtocolError) -> PersonID {
    let text = try string()
    guard let id = PersonID(text), id.description == text else {
      throw ProtocolError(.notFound, "\(path) is nobody's id; it must be like p12, as the server gave it.")
    }
    return id
  }

  /// A room's id; any other text is no room's.
  func room() throws(ProtocolError) -> RoomID {
    let text = try string()
    guard let id = RoomID(text), id.description == text else {
      throw ProtocolError(.notFound, "\(path) is no room's id; it must be like r3-17, as the server gave it.")
    }
    return id
  }

  func gathering() throws(ProtocolError) -> GatheringID {
    guard let id = GatheringID(try string()) else {
      throw .malformed("\(path) must be 1 to \(GatheringID.longest) characters of a-z, 0-9 and -.")
    }
    return id
  }
}

extension String {
  /// Without white space and control characters at both ends.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar.value < 0x20 }
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
      let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  /// Itself, unless it has more characters than allowed.
  func measured(_ path: String, _ most: Int) throws(ProtocolError) -> String {
    guard utf8.count <= most || unicodeScalars.count <= most else {
      throw ProtocolError(.tooLarge, "\(path) may have \(most) characters at most.")
    }
    return self
  }
}
