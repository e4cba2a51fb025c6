import Signalling
import Testing

@Suite("Close codes")
struct CloseCodeTests {
  @Test("The number alone tells a client whether to come back")
  func comingBack() {
    for code in CloseCode.allCases {
      let byNumber = (4_000..<4_500).contains(code.rawValue) || code.rawValue == 1001
      #expect(code.comesBack == byNumber, "\(code)")
    }
  }

  @Test("Every reason fits a close frame and is a sentence")
  func reasons() {
    for code in CloseCode.allCases {
      #expect(code.reason.utf8.count <= 123)
      #expect(code.reason.hasSuffix("."))
    }
  }
}
