public import Pairing
public import Rounds

/// The first message of every connection.
public struct Join: Hashable, Sendable {
  /// What opens the door.
  public enum Entry: Hashable, Sendable {
    /// A JWT.
    case token(String)
    /// The plain link of a gathering that is open to all.
    case open(GatheringID)
  }

  public var entry: Entry
  /// Trimmed, never empty. An open entry without `resume` always has one.
  public var name: String?
  /// Nil: as the guest list has it, else online.
  public var mode: Mode?
  public var locale: String?
  /// Nil: as it was.
  public var profile: Profile?
  /// Told to a match only; nil: as it was.
  public var contact: String?
  /// What the last `welcome` gave.
  public var resume: String?
  /// The links that the client still holds connections for; nil after a reload.
  public var links: [PersonID: Int]?

  public init(
    entry: Entry, name: String? = nil, mode: Mode? = nil, locale: String? = nil, profile: Profile? = nil,
    contact: String? = nil, resume: String? = nil, links: [PersonID: Int]? = nil
  ) {
    self.entry = entry
    self.name = name
    self.mode = mode
    self.locale = locale
    self.profile = profile
    self.contact = contact
    self.resume = resume
    self.links = links
  }
}
