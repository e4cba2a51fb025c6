/// What makes a frame unacceptable before anybody asks what it means.
struct Flaw: Error {
  enum Kind {
    case notAnObject, unexpectedByte, unfinished, controlInString, badEscape, nulInString, badUTF8
    case tooDeep, badNumber, escapedKey, repeatedKey, trailingBytes
  }

  let kind: Kind
  /// Bytes from the frame's start.
  let offset: Int

  var asProtocolError: ProtocolError {
    .malformed("The frame can't be read at byte \(offset): \(explanation)")
  }

  private var explanation: String {
    switch kind {
    case .notAnObject: "a frame is one JSON object, starting with {."
    case .unexpectedByte: "something else should stand there in JSON."
    case .unfinished: "it ends too early, and should be one whole JSON object."
    case .controlInString: "a string must write control characters as escapes."
    case .badEscape: "an escape must be one that JSON has, and surrogates must come in pairs."
    case .nulInString: "strings must not hold U+0000."
    case .badUTF8: "text must be well-formed UTF-8."
    case .tooDeep: "arrays and objects may be nested \(Limits.nestingLevels) deep at most."
    case .badNumber:
      "a number has at most \(Limits.numberDigits) digits before its point, "
        + "\(Limits.exponentDigits) in its exponent and \(Limits.numberCharacters) characters in all."
    case .escapedKey:
      "keys at the top level and the values that route a frame must be written without escapes."
    case .repeatedKey: "each key may come only once."
    case .trailingBytes: "nothing may follow the object."
    }
  }
}
