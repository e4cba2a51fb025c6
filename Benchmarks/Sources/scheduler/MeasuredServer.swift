import Access
import Foundation
import Transport

/// A server in a process of its own, on a free port.
final class MeasuredServer: @unchecked Sendable {
  // Started and stopped by the main task only.
  private let process = Process()
  private let directory = FileManager.default.temporaryDirectory.appending(
    path: "scheduler-\(UUID().uuidString)")
  private let secret = "0123456789abcdef0123456789abcdef"
  let url: String

  init(binary: String) async throws {
    let port = Int.random(in: 20_000..<30_000)
    url = "ws://127.0.0.1:\(port)/ws"
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = ["serve", "--port", "\(port)", "--data", directory.path]
    process.environment = ["TERTULIA_SECRET": secret]
    process.currentDirectoryURL = URL(fileURLWithPath: "..")
    process.standardError = FileHandle.nullDevice
    try process.run()
    while (try? await WebSocketClient.connect(to: url, subprotocol: "tertulia.v1")) == nil {
      guard process.isRunning else { throw CocoaError(.executableLoad) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  func organizerToken() async throws -> String {
    try await Tokens(secret: ServerSecret(secret)).mint(
      TokenClaims(gathering: "*", role: "organizer", expires: Date().addingTimeInterval(3_600)))
  }

  func stop() {
    process.terminate()
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: directory)
  }
}
