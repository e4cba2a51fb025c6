import Access

/// Everything that the server's secret is good for.
struct Keys: Sendable {
  let tokens: Tokens
  let resume: ResumeSecrets
  let links: Links
  /// Nil where no TURN server is set.
  let turn: TurnCredentials?
}
