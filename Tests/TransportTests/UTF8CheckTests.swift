import Testing

@testable import Transport

@Suite("UTF-8 is checked as RFC 3629 has it")
struct UTF8CheckTests {
  @Test("agrees with the standard library on every string of up to three bytes around the borders")
  func agreesWithStandardLibrary() {
    let borders: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE,
      0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for one in borders {
      for two in borders {
        for three in borders {
          for four in borders {
            let bytes = [one, two, three, four]
            for length in 0...4 {
              let text = Array(bytes.prefix(length))
              let expected = String(validating: text, as: UTF8.self) != nil
              if text.withUnsafeBytes(isValidUTF8) != expected { Issue.record("\(text) should be \(expected)") }
            }
          }
        }
      }
    }
  }

  @Test("finds a wrong byte at every place of a long text", arguments: 0..<40)
  func findsWrongByte(place: Int) {
    var text = Array("un café con María y José, ¿vale? 🙂 12".utf8)
    #expect(text.withUnsafeBytes(isValidUTF8))
    text[place % text.count] = 0xFF
    #expect(!text.withUnsafeBytes(isValidUTF8))
  }
}
