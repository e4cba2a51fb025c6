import Foundation
import Rounds
import Testing

@Suite("Profiles")
struct ProfileTests {
  @Test("A profile kept before there were answers is still read")
  func withoutAnswer() throws {
    let kept = Data(#"{"headline":"Bread","company":"","topics":["rye"]}"#.utf8)
    let profile = try JSONDecoder().decode(Profile.self, from: kept)
    #expect(profile == Profile(headline: "Bread", topics: ["rye"]))
    #expect(try JSONDecoder().decode(Profile.self, from: JSONEncoder().encode(profile)) == profile)
  }
}
