import Glibc
import Testing
import Transport

@Suite("Static files", .timeLimit(.minutes(1)))
struct StaticFilesTests {
  private func response(_ folder: TestFolder, _ path: String, known: String? = nil) throws -> HTTPResponse {
    try StaticFiles(root: folder.path).response(to: HTTPRequest(path: path, ifNoneMatch: known))
  }

  @Test(
    "have the right types",
    arguments: [
      ("a.html", "text/html; charset=utf-8"), ("a.js", "text/javascript; charset=utf-8"),
      ("a.css", "text/css; charset=utf-8"), ("a.svg", "image/svg+xml; charset=utf-8"), ("a.png", "image/png"),
      ("a.ico", "image/x-icon"), ("a.json", "application/json; charset=utf-8"),
      ("a.webmanifest", "application/manifest+json; charset=utf-8"), ("a.woff2", "font/woff2"),
      ("a.PNG", "image/png"), ("a.unknown", "application/octet-stream"), ("a", "application/octet-stream"),
    ])
  func types(name: String, type: String) throws {
    let folder = try TestFolder()
    try folder.write("here", to: name)
    let answer = try response(folder, "/" + name)
    #expect(answer.status == 200)
    #expect(answer.contentType == type)
    #expect(answer.body == Array("here".utf8))
  }

  @Test("aren't sent again to who has them, and are when they change")
  func tags() throws {
    let folder = try TestFolder()
    try folder.write("one", to: "a.txt")
    let files = try StaticFiles(root: folder.path)
    let first = files.response(to: HTTPRequest(path: "/a.txt"))
    let tag = try #require(first.headers.first { $0.name == "etag" }?.value)
    for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
      let again = files.response(to: HTTPRequest(path: "/a.txt", ifNoneMatch: known))
      #expect(again.status == 304)
      #expect(again.body.isEmpty)
      #expect(again.headers.first { $0.name == "etag" }?.value == tag)
    }
    #expect(files.response(to: HTTPRequest(path: "/a.txt", ifNoneMatch: "\"x\"")).status == 200)
    try folder.write("two!", to: "a.txt")
    let changed = files.response(to: HTTPRequest(path: "/a.txt", ifNoneMatch: tag))
    #expect(changed.status == 200)
    #expect(changed.body == Array("two!".utf8))
  }

  @Test(
    "are only those inside the folder",
    arguments: [
      "/../secret.txt", "/sub/../../secret.txt", "/sub/../inside.txt", "/./inside.txt", "//inside.txt",
      "/.hidden",
      "/sub/.hidden", "/out.txt", "/outside/secret.txt", "/sub", "/missing", "/inside.txt\0.png", "",
      "inside.txt",
      "/fifo",
    ])
  func insideOnly(path: String) throws {
    let folder = try TestFolder()
    try folder.write("inside", to: "inside.txt")
    try folder.write("hidden", to: ".hidden")
    try folder.makeFolder("sub")
    try folder.write("hidden", to: "sub/.hidden")
    let other = try TestFolder()
    try other.write("secret", to: "secret.txt")
    #expect(symlink(other.path + "/secret.txt", folder.path + "/out.txt") == 0)
    #expect(symlink(other.path, folder.path + "/outside") == 0)
    #expect(symlink("inside.txt", folder.path + "/in.txt") == 0)
    #expect(mkfifo(folder.path + "/fifo", 0o600) == 0)
    #expect(try response(folder, path).status == 404)
    #expect(try response(folder, "/inside.txt").status == 200)
    #expect(try response(folder, "/in.txt").status == 200)
  }

  @Test("of a folder are its index.html")
  func index() throws {
    let folder = try TestFolder()
    try folder.write("index", to: "index.html")
    #expect(try response(folder, "/").body == Array("index".utf8))
  }

  @Test("need a folder")
  func noFolder() {
    #expect(throws: TransportError.noDirectory("/nowhere")) { try StaticFiles(root: "/nowhere") }
  }
}
