extension ClientMessage {
  /// Reads a frame with every limit applied.
  ///
  /// - Throws: `malformed`, `too-large`, `unknown-type`, or `not-found` for an id that can be nobody's; with
  ///   `re` where the frame has a readable `id`.
  public static func decode(_ frame: UnsafeRawBufferPointer) throws(ProtocolError) -> ClientMessage {
    guard frame.count <= Limits.messageBytes else {
      throw ProtocolError(.tooLarge, "A frame has at most \(Limits.messageBytes) bytes.")
    }
    let sight = try Sight.strict(frame)
    return try JSONDocument.read(frame) { (json) throws(ProtocolError) in
      let id = try json["id"]?.string().measured("id", Limits.requestIDCharacters)
      do throws(ProtocolError) {
        let type = try json.required("type").string()
        let gathering = try json["gathering"]?.gathering()
        if type == "time" {
          return ClientMessage(.time(t0: try JSONNumber(sight, frame)), id: id, gathering: gathering)
        }
        return ClientMessage(try Request(type: type, json), id: id, gathering: gathering)
      } catch {
        var error = error
        error.re = id
        throw error
      }
    }
  }

  /// The message as a frame.
  public func encode() -> [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter.append(to: &bytes) { json in
      json.open()
      json.field("type", request.type)
      json.optional("id", id)
      if let gathering {
        json.field("gathering", gathering)
      } else if case .open(let gathering) = request.entry {
        json.field("gathering", gathering)
      }
      request.writeFields(to: &json)
      json.close()
    }
    return bytes
  }
}

extension Request {
  fileprivate var entry: Join.Entry? {
    switch self {
    case .join(let join): join.entry
    case .look(let entry): entry
    case .pair(let gathering): .open(gathering)
    default: nil
    }
  }
}
