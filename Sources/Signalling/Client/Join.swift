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

extension Join.Entry {
  init(_ json: JSONValue) throws(ProtocolError) {
    if let token = json["token"] {
      self = .token(try token.plain(upTo: Limits.tokenCharacters))
    } else if let gathering = json["gathering"] {
      self = .open(try gathering.gathering())
    } else {
      throw .malformed("A join must carry token, or gathering and name.")
    }
  }

  func writeFields(to json: inout JSONWriter) {
    if case .token(let token) = self { json.field("token", token) }
  }
}

extension Join {
  init(_ json: JSONValue) throws(ProtocolError) {
    let resume = try json["resume"]?.plain(upTo: Limits.resumeCharacters)
    let name = try json["name"]?.line(upTo: Limits.nameCharacters, orEmpty: false)
    let entry = try Entry(json)
    if case .open = entry, name == nil, resume == nil {
      throw .malformed("name is missing; whoever joins an open gathering says a name.")
    }
    self.init(
      entry: entry, name: name, mode: try json["mode"]?.word(),
      locale: try json["locale"]?.locale(),
      profile: try json["profile"].map(Profile.init(limiting:)),
      contact: try json["contact"]?.line(upTo: Limits.contactCharacters), resume: resume,
      links: try json["links"].map(Self.links))
  }

  private static func links(_ json: JSONValue) throws(ProtocolError) -> [PersonID: Int] {
    var links: [PersonID: Int] = [:]
    for (name, link) in try json.members(upTo: Limits.links) {
      guard let person = PersonID(name), person.description == name else {
        throw .malformed("The keys of links must be ids of people, like p9.")
      }
      links[person] = try link.integer(in: 0...Limits.linkNumber)
    }
    return links
  }

  /// The gathering of an open entry is written with the message.
  func writeFields(to json: inout JSONWriter) {
    entry.writeFields(to: &json)
    json.optional("name", name)
    json.optional("mode", mode)
    json.optional("locale", locale)
    json.optional("profile", profile)
    json.optional("contact", contact)
    json.optional("resume", resume)
    guard let links else { return }
    json.name("links")
    json.open()
    for (person, link) in links.sorted(by: { $0.key < $1.key }) {
      json.comma()
      person.write(to: &json)
      json.raw(":")
      link.write(to: &json)
    }
    json.close()
  }
}
