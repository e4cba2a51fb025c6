/// Why a command did not do what it was asked for: one sentence on standard error, and exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String

  init(_ sentence: String) {
    description = sentence
  }
}
