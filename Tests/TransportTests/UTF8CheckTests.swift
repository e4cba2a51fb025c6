import Testing

@testable import Transport

@Suite("UTF-8 is checked as RFC 3629 has it")
struct UTF8CheckTests {
  private static let borders: [UInt8] = [
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED,
    0xEE, 0xEF,
    0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  @Test(
    "agrees with the standard library on every text of up to four bytes at the borders", arguments: borders)
  func agreesWithStandardLibrary(first: UInt8) {
    for second in Self.borders {
      for third in Self.borders {
        let fourths: [UInt8] = first >= 0xF0 ? Self.borders : [0x41]
        for fourth in fourths {
          for length in 1...4 {
            let text = Array([first, second, third, fourth].prefix(length))
            let expected = String(validating: text, as: UTF8.self) != nil
            if text.withUnsafeBytes(isValidUTF8) != expected { Issue.record("\(text) should be \(expected)") }
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
