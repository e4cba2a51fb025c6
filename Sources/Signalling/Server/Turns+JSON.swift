import Rounds

extension Turns: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    let order = try json.required("order").list { (id) throws(ProtocolError) in try id.person() }
    let length = try json.required("lengthSeconds").duration(inSeconds: 1...86_400)
    guard !order.isEmpty else { throw .malformed("turns.order must name somebody.") }
    self.init(from: try json.required("from").instant(), length: length, order: order)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("from", from)
    json.field("lengthSeconds", Seconds(length))
    json.field("order", order)
    json.close()
  }
}
