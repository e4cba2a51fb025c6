import CJansson

/// A frame as jansson read it; the only place that knows how jansson's memory is kept.
enum JSONDocument {
  /// Reads a frame that ``Sight`` accepted and lends its object to `body`.
  ///
  /// The tree lives as long as the call: a ``JSONValue`` must not leave `body`.
  /// - Throws: `malformed` for what jansson refuses beyond that, which is a key that comes twice at any depth.
  static func read<Result>(
    _ frame: UnsafeRawBufferPointer, _ body: (JSONValue) throws(ProtocolError) -> Result
  ) throws(ProtocolError) -> Result {
    var flaw = json_error_t()
    let characters = frame.assumingMemoryBound(to: CChar.self)
    let flags = Int(JSON_REJECT_DUPLICATES)
    guard let root = json_loadb(characters.baseAddress, characters.count, flags, &flaw) else {
      // Behind "near" jansson repeats the frame, which the sender knows.
      let text = withUnsafeBytes(of: flaw.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      let reason = text.firstRange(of: " near").map { text[..<$0.lowerBound] } ?? text[...]
      throw .malformed(
        "The frame can't be read at byte \(flaw.position), and should be plain JSON: \(reason).")
    }
    defer { json_decref(root) }
    return try body(JSONValue(root, path: ""))
  }
}
