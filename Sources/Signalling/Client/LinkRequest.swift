public import Rounds

/// Whom a link is wanted for.
public struct LinkRequest: Hashable, Sendable {
  public var role: Role
  public var name: String?
  /// The table's name; always there for the role `table`.
  public var table: String?
  public var subject: String?

  public init(role: Role, name: String? = nil, table: String? = nil, subject: String? = nil) {
    self.role = role
    self.name = name
    self.table = table
    self.subject = subject
  }
}
