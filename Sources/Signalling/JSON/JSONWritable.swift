import Pairing
import Rounds

/// A value that knows its JSON.
protocol JSONWritable {
  func write(to json: inout JSONWriter)
}

extension String: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) { json.string(self) }
}

extension Int: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) { json.integer(Int64(self)) }
}

extension Bool: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) { json.raw(self ? "true" : "false") }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) {
    if let self { self.write(to: &json) } else { json.raw("null") }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) {
    json.raw("[")
    for element in self {
      json.comma()
      element.write(to: &json)
    }
    json.raw("]")
  }
}

extension JSONWritable where Self: RawRepresentable, RawValue == String {
  @inline(__always)
  func write(to json: inout JSONWriter) { json.string(rawValue) }
}

extension Mode: JSONWritable {}
extension Role: JSONWritable {}
extension PairRule: JSONWritable {}
extension Phase.Name: JSONWritable {}

extension Instant: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) { json.integer(milliseconds) }
}

extension PersonID: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) {
    json.raw("\"p")
    json.integer(Int64(rawValue))
    json.raw("\"")
  }
}

extension RoomID: JSONWritable {
  @inline(__always)
  func write(to json: inout JSONWriter) {
    json.raw("\"r")
    json.integer(Int64(round))
    json.raw("-")
    json.integer(Int64(number))
    json.raw("\"")
  }
}

extension GatheringID: JSONWritable {
  func write(to json: inout JSONWriter) { json.string(description) }
}

extension JSONText: JSONWritable {
  func write(to json: inout JSONWriter) { json.raw(text) }
}

extension JSONNumber: JSONWritable {
  func write(to json: inout JSONWriter) { json.raw(text) }
}
