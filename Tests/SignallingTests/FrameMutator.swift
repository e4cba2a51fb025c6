import Pairing

/// Makes frames that are almost right: examples of the protocol's page with bytes turned, cut, doubled and mixed.
struct FrameMutator {
  private var chance: SplitMix64
  private let examples: [[UInt8]]

  /// Bytes and pieces at which readers of JSON go different ways.
  private static let pieces: [[UInt8]] =
    [
      #"""#, #"\"#, "{", "}", "[", "]", ",", ":", "-", "0", "1", ".", "e", "E+", " ", "\n", "\t", "\u{0}",
      "\u{7F}",
      "null", "true", "false", "1e99", "1e100", "123456789012345678", "9223372036854775808", "-0", "01",
      #"\u0000"#,
      #"\ud800"#, #"\udc00"#, #"\ud83c\udf88"#, #"\u00e9"#, #"\/"#, #"\x"#, "é", "🎈", #""type":"#,
      #""from":"p12","#,
      #""a":{"b":[]},"#, "[[[[[[[[", "]]]]]]]]", #"{"a":{"a":"#, "[]", "{}", "//", ",}", ",]",
    ].map { Array($0.utf8) }
    + [
      [0x80], [0xBF], [0xC0, 0x80], [0xC3], [0xE2, 0x98], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xFF],
    ]

  init(seed: UInt64) {
    chance = SplitMix64(seed: seed)
    let page = ProtocolPage.read()
    examples = (page.client + page.server).map { Array($0.utf8) }
  }

  mutating func next() -> [UInt8] {
    if Int.random(in: 0..<20, using: &chance) == 0 { return noise() }
    var frame = examples.randomElement(using: &chance) ?? []
    for _ in 0..<Int.random(in: 1...3, using: &chance) { mutate(&frame) }
    return frame
  }

  private mutating func noise() -> [UInt8] {
    let length = Int.random(in: 0...64, using: &chance)
    return (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
  }

  private mutating func mutate(_ frame: inout [UInt8]) {
    let place = Int.random(in: 0...frame.count, using: &chance)
    let end = min(frame.count, place + Int.random(in: 0...12, using: &chance))
    switch Int.random(in: 0..<7, using: &chance) {
    case 0: frame.removeSubrange(place...)
    case 1: frame.removeSubrange(place..<end)
    case 2: frame.insert(contentsOf: frame[place..<end], at: place)
    case 3: frame.insert(contentsOf: Self.pieces.randomElement(using: &chance) ?? [], at: place)
    case 4: frame.replaceSubrange(place..<end, with: Self.pieces.randomElement(using: &chance) ?? [])
    case 5 where place < frame.count: frame[place] = UInt8.random(in: .min ... .max, using: &chance)
    default:
      // White space between tokens keeps a frame well-formed.
      if let comma = frame[place...].firstIndex(of: UInt8(ascii: ",")) { frame.insert(0x20, at: comma + 1) }
    }
  }
}
