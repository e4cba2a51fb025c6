public import Rounds

/// What a page is told before its person joins, so that the door can show it.
public struct Look: Hashable, Sendable {
  /// What the guest list, or an earlier visit, knows of whoever holds the link; told to nobody else.
  public struct Guest: Hashable, Sendable {
    public var name: String
    public var profile: Profile
    public var contact: String
    public var mode: Mode

    public init(name: String, profile: Profile, contact: String, mode: Mode = .online) {
      self.name = name
      self.profile = profile
      self.contact = contact
      self.mode = mode
    }
  }

  public var gathering: GatheringInfo
  public var phase: Phase
  /// When the agenda begins by itself; nil once it has, and where nobody wrote a time.
  public var startsAt: Instant?
  /// Nil for a link that belongs to nobody in particular.
  public var you: Guest?

  public init(gathering: GatheringInfo, phase: Phase, startsAt: Instant?, you: Guest?) {
    self.gathering = gathering
    self.phase = phase
    self.startsAt = startsAt
    self.you = you
  }
}

extension Look {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      gathering: try GatheringInfo(json.required("gathering")), phase: try Phase(json.required("phase")),
      startsAt: try json["startsAt"]?.instant(), you: try json["you"].map(Guest.init))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("gathering", gathering)
    json.field("phase", phase)
    json.field("startsAt", startsAt)
    json.field("you", you)
  }
}

extension Look.Guest: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      name: try json.required("name").string(), profile: try Profile(trusting: json.required("profile")),
      contact: try json.required("contact").string(), mode: try json["mode"]?.word() ?? .online)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("name", name)
    json.field("profile", profile)
    json.field("contact", contact)
    json.field("mode", mode)
    json.close()
  }
}
