/// Somebody to be seated, with what the rules may ask about them.
public struct Guest: Hashable, Sendable {
  public let id: PersonID
  public var traits: Traits

  public init(id: PersonID, traits: Traits = Traits()) {
    self.id = id
    self.traits = traits
  }
}

/// What the rules may ask about a person. An empty string is "not known" and equals nobody's.
public struct Traits: Hashable, Sendable {
  /// Company or other house; the rules call it `org`.
  public var organization: String
  /// Part in the evening, such as `mentor`; the rules call it `role`.
  public var part: String
  /// `online` or the place at the venue; the rules call it `site`.
  public var site: String
  public var topics: [String]
  /// Any other attribute that a rule names.
  public var others: [String: String]

  public init(
    organization: String = "", part: String = "", site: String = "", topics: [String] = [],
    others: [String: String] = [:]
  ) {
    self.organization = organization
    self.part = part
    self.site = site
    self.topics = topics
    self.others = others
  }

  /// The value of the attribute as rules name it: `org`, `role`, `site` or one of `others`; empty if not known.
  public subscript(attribute: String) -> String {
    get {
      switch attribute {
      case "org": organization
      case "role": part
      case "site": site
      default: others[attribute] ?? ""
      }
    }
    set {
      switch attribute {
      case "org": organization = newValue
      case "role": part = newValue
      case "site": site = newValue
      default: others[attribute] = newValue
      }
    }
  }
}
