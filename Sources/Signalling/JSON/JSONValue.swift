import CJansson

/// A value in a ``JSONDocument``, and what to call it when it is wrong.
struct JSONValue {
  let raw: UnsafeMutablePointer<json_t>
  /// Such as `guests[3].name`; empty for the whole frame.
  let path: String

  init(_ raw: UnsafeMutablePointer<json_t>, path: String) {
    self.raw = raw
    self.path = path
  }

  private var shape: json_type { raw.pointee.type }

  /// The member of that name; nil if there is none, or it is null.
  subscript(name: String) -> JSONValue? {
    guard let member = json_object_get(raw, name), member.pointee.type != JSON_NULL else { return nil }
    return JSONValue(member, path: pathOf(name))
  }

  /// Whether there is a member of that name, null or not.
  func has(_ name: String) -> Bool { json_object_get(raw, name) != nil }

  /// The member of that name, which must be there and not null.
  func required(_ name: String) throws(ProtocolError) -> JSONValue {
    guard let member = self[name] else { throw .malformed("\(pathOf(name)) is missing, and must be there.") }
    return member
  }

  private func pathOf(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  // MARK: Reading

  func bool() throws(ProtocolError) -> Bool {
    switch shape {
    case JSON_TRUE: return true
    case JSON_FALSE: return false
    default: throw .malformed("\(path) must be true or false.")
    }
  }

  func string() throws(ProtocolError) -> String {
    guard shape == JSON_STRING, let bytes = json_string_value(raw) else {
      throw .malformed("\(path) must be a string.")
    }
    let buffer = UnsafeRawBufferPointer(start: bytes, count: json_string_length(raw))
    return String(decoding: buffer, as: UTF8.self)
  }

  func number() throws(ProtocolError) -> Double {
    guard shape == JSON_INTEGER || shape == JSON_REAL else { throw .malformed("\(path) must be a number.") }
    return json_number_value(raw)
  }

  /// A whole number, however it is written: `3` and `3.0` are one.
  func integer(in range: ClosedRange<Int> = Int.min...Int.max) throws(ProtocolError) -> Int {
    let value: Int? =
      switch shape {
      case JSON_INTEGER: Int(json_integer_value(raw))
      case JSON_REAL: Self.whole(json_real_value(raw))
      default: nil
      }
    guard let value else { throw .malformed("\(path) must be a whole number.") }
    guard range.contains(value) else {
      throw .malformed("\(path) must be a whole number from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }

  /// Without `Int(exactly:)`, which would ask for the C library of mathematics.
  private static func whole(_ real: Double) -> Int? {
    guard real.magnitude < 0x1p53 else { return nil }
    let whole = Int(real)
    return Double(whole) == real ? whole : nil
  }

  func object() throws(ProtocolError) -> JSONValue {
    guard shape == JSON_OBJECT else { throw .malformed("\(path) must be an object.") }
    return self
  }

  /// The elements, in order.
  func array(upTo most: Int = .max) throws(ProtocolError) -> [JSONValue] {
    guard shape == JSON_ARRAY else { throw .malformed("\(path) must be an array.") }
    let count = json_array_size(raw)
    guard count <= most else { throw ProtocolError(.tooLarge, "\(path) may have \(most) entries at most.") }
    return (0..<count).compactMap { index in
      json_array_get(raw, index).map { JSONValue($0, path: "\(path)[\(index)]") }
    }
  }

  /// The elements, each read in the same way.
  func list<Element>(
    _ read: (JSONValue) throws(ProtocolError) -> Element
  ) throws(ProtocolError) -> [Element] {
    var list: [Element] = []
    for element in try array() { list.append(try read(element)) }
    return list
  }

  /// The members by name, in no order.
  func members(upTo most: Int) throws(ProtocolError) -> [(name: String, value: JSONValue)] {
    guard shape == JSON_OBJECT else { throw .malformed("\(path) must be an object.") }
    guard json_object_size(raw) <= most else {
      throw ProtocolError(.tooLarge, "\(path) may have \(most) entries at most.")
    }
    var members: [(name: String, value: JSONValue)] = []
    var place = json_object_iter(raw)
    while let here = place {
      if let key = json_object_iter_key(here), let value = json_object_iter_value(here) {
        let name = String(cString: key)
        members.append((name, JSONValue(value, path: pathOf(name))))
      }
      place = json_object_iter_next(raw, here)
    }
    return members
  }

  /// The value as text, with sorted keys and no spaces.
  func text() -> JSONText {
    let flags = Int(JSON_COMPACT) | Int(JSON_ENCODE_ANY) | Int(JSON_SORT_KEYS)
    let count = json_dumpb(raw, nil, 0, flags)
    let text = String(unsafeUninitializedCapacity: count) { space in
      space.withMemoryRebound(to: CChar.self) { json_dumpb(raw, $0.baseAddress, count, flags) }
    }
    return JSONText(trusted: text)
  }
}
