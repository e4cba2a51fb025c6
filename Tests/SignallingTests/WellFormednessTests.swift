import Signalling
import Testing

@Suite("Well-formed frames")
struct WellFormednessTests {
  @Test(
    "JSON that breaks its grammar is malformed",
    arguments: [
      "", " ", "[]", "1", "\"x\"", "null", "{", "}", "{}{}", "{} x", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#,
      #"{,"a":1}"#, #"{"a":1 "b":2}"#, #"{a:1}"#, #"{'a':1}"#, #"{"a":[1,]}"#, #"{"a":[,1]}"#, #"{"a":[1}"#,
      #"{"a":{"b":1]}"#, #"{"a":tru}"#, #"{"a":truex}"#, #"{"a":nul"#, #"{"a":NaN}"#, #"{"a":"x}"#,
      #"{"a":"\x"}"#, #"{"a":"\u12g4"}"#, #"{"a":"\u123"#, "{\"a\":\"\n\"}", "{\"a\":\"\u{1F}\"}",
      #"{"a":{"b":1,}}"#, #"{"a":{,}}"#, #"{"a":{"b"}}"#, #"{"a":{"b":1 "c":2}}"#, #"{"a":{"b":}}"#,
      #"{"a":{1:2}}"#, #"{"a":[1 2]}"#, #"{"a":[1,2,]}"#, #"{"a":[1:2]}"#, #"{"a":[}"#, #"{"a":{]}"#,
      #"{"a":01}"#, #"{"a":+1}"#, #"{"a":.5}"#, #"{"a":1.}"#, #"{"a":1e}"#, #"{"a":1e+}"#, #"{"a":-}"#,
      #"{"a":--1}"#, #"{"a":0x1}"#, "{\u{B}}", "{}\u{C}", "\u{FEFF}{}", "{\u{A0}}", #"{"a":1}// x"#,
    ])
  func grammar(frame: String) {
    #expect(refusal { _ = try scan(frame) }?.code == .malformed)
  }

  @Test(
    "Numbers as JSON writes them are accepted",
    arguments: [
      "0", "-0", "10", "-1.50", "1e9", "1E+09", "2.5e-12", "999999999999999999", "0.1234567890123456789",
    ])
  func numbers(number: String) throws {
    #expect(try scan(#"{"a":\#(number)}"#).kind == .other)
    #expect(try scan(#"{"a":[\#(number) ,\#(number)]}"#).kind == .other)
  }

  @Test(
    "Numbers that a reader might not hold are malformed",
    arguments: ["1000000000000000000", "1e100", "1e-100", "0." + String(repeating: "1", count: 39)])
  func hugeNumbers(number: String) {
    #expect(refusal { _ = try scan(#"{"a":\#(number)}"#) }?.code == .malformed)
  }

  @Test(
    "Text beyond ASCII is accepted in its shortest form only",
    arguments: [
      ([0xC3, 0xA9], true), ([0xE2, 0x98, 0x95], true), ([0xF0, 0x9F, 0x8E, 0x88], true),
      ([0xED, 0x9F, 0xBF], true),
      ([0xEE, 0x80, 0x80], true), ([0xF4, 0x8F, 0xBF, 0xBF], true), ([0xEF, 0xBF, 0xBF], true),
      ([0x7F], true),
      ([0x80], false), ([0xBF], false), ([0xC0, 0x80], false), ([0xC1, 0xBF], false), ([0xC3], false),
      ([0xC3, 0x28], false), ([0xE0, 0x9F, 0xBF], false), ([0xED, 0xA0, 0x80], false), ([0xE2, 0x98], false),
      ([0xF0, 0x8F, 0xBF, 0xBF], false), ([0xF4, 0x90, 0x80, 0x80], false),
      ([0xF5, 0x80, 0x80, 0x80], false),
      ([0xFF], false), ([0xFE], false),
    ] as [([UInt8], Bool)])
  func utf8(bytes: [UInt8], isFine: Bool) {
    // At every place of a word, and at the very end of a string.
    for padding in 0..<9 {
      let before = Array("{\"a\":\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: padding)
      let frame = before + bytes + Array("\"}".utf8)
      #expect((refusal { _ = try withFrame(frame) { try Envelope.scan($0) } } == nil) == isFine)
    }
  }

  @Test(
    "Escaped surrogates come in pairs",
    arguments: [
      (#"\ud83c\udf88"#, true), (#"\uD83C\uDF88"#, true), (#"\ud7ff\ue000"#, true), (#"\ud83c"#, false),
      (#"\udf88"#, false), (#"\ud83cx"#, false), (#"\ud83c\n"#, false), (#"\ud83c\u0041"#, false),
      (#"\udf88\ud83c"#, false), (#"\ud83c\ud83c"#, false), (#"\u0000"#, false), (#"\u0001"#, true),
      (#"\"\\\/\b\f\n\r\t"#, true),
    ])
  func escapes(escape: String, isFine: Bool) {
    #expect((refusal { _ = try scan(#"{"a":"\#(escape)"}"#) } == nil) == isFine)
    #expect((refusal { _ = try scan(#"{"a":["x\#(escape)"]}"#) } == nil) == isFine)
  }

  @Test("No frame is accepted that lost its end")
  func truncation() {
    let frame = Array(
      #"{"type":"chat","room":"r3-17","from":"p1","text":"é\n\ud83c\udf88","x":[1.5e2,{"y":null}]}"#.utf8)
    for length in 0..<frame.count {
      let error = refusal { _ = try withFrame(frame.prefix(length)) { try Envelope.scan($0) } }
      #expect(error?.code == .malformed, "of \(length) bytes")
    }
  }
}
