// How far rounds start and end from their plan: swift run -c release scheduler [SERVER-BINARY]
import Foundation

let binary = CommandLine.arguments.dropFirst().first ?? "../.build/release/tertulia"
let server = try await MeasuredServer(binary: binary)
defer { server.stop() }
print("| load | rounds | median | p99 | worst |")
print("| --- | --- | --- | --- | --- |")
for load in [0, 40] {
  let errors = try await Punctuality.measure(server, relaying: load)
  let sorted = errors.sorted()
  func place(_ share: Double) -> String {
    "\(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]) ms"
  }
  let name = load == 0 ? "idle" : "\(load) people relaying \(load * Punctuality.messagesEach) frames a second"
  print("| \(name) | \(sorted.count / 2) | \(place(0.5)) | \(place(0.99)) | \(place(1)) |")
}
