/// How well a person's page reaches the others, as the page measured it with `getStats`.
public enum LineQuality: String, Sendable, CaseIterable {
  case good, fair, weak
}

extension LineQuality: JSONWritable {}
