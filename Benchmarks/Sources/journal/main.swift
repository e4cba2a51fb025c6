// What the journal costs, and how fast an evening comes back: swift run -c release journal
import Foundation

let directory = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")
defer { try? FileManager.default.removeItem(at: directory) }
try await Appending.print(in: directory.appending(path: "appending"))
try Recovery.print(in: directory.appending(path: "recovery"))
