import Foundation
import Rounds
import Testing

@testable import Server

@Suite struct SettingsTests {
  @Test("The commented example says what holds without it")
  func example() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try SettingsFile(path: root.appending(path: "config/tertulia.toml").path)
    #expect(try file.settings() == Settings())
  }

  @Test("What is set is taken")
  func taken() throws {
    let settings = try SettingsFile(
      text: """
        [server]
        port = 9000
        allowed_origins = ["https://a.example.org"]
        [rounds]
        handover_seconds = 5
        [ice]
        turn = ["turn:turn.example.org"]
        """, name: "x.toml"
    ).settings()
    #expect(settings.port == 9000)
    #expect(settings.allowedOrigins == ["https://a.example.org"])
    #expect(settings.policy.handover == 5_000)
    #expect(settings.ice.turn == ["turn:turn.example.org"])
  }

  @Test(
    "What is wrong is named by its line, with what would be right",
    arguments: [
      ("[server]\nprot = 1\n", "x.toml:2:1: server has no prot"),
      ("[sever]\n", "x.toml:1:1: There is no section sever"),
      (
        "[server]\nhost = 'a'\n[limits]\n\npeople = 'many'\n",
        "x.toml:5:1: limits.people has to be a whole number"
      ),
      ("[log]\nlevel = 'loud'\n", "x.toml:2:1: log.level has to be one of trace"),
      ("[ice]\nstun = [1]\n", "x.toml:2:1: ice.stun has to be a list of texts"),
      ("[server]\nport = 70000\n", "x.toml:2:1: server.port has to be a whole number from 0 to 65535"),
      ("[server\n", "x.toml:1:"),
    ])
  func wrong(text: String, beginning: String) {
    let error = #expect(throws: FileError.self) {
      try SettingsFile(text: text, name: "x.toml").settings()
    }
    #expect(error?.description.hasPrefix(beginning) == true, "\(error?.description ?? "")")
  }
}
