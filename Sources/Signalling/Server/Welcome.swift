public import Rounds

/// The answer to a join that succeeded.
public struct Welcome: Hashable, Sendable {
  /// Who the client is now.
  public struct You: Hashable, Sendable {
    /// A person's id such as `p12`, or a staff session's such as `h1`.
    public var id: String
    public var name: String
    public var role: Role
    public var mode: Mode
    public var profile: Profile

    public init(
      id: String, name: String, role: Role, mode: Mode = .online, profile: Profile = Profile()
    ) {
      self.id = id
      self.name = name
      self.role = role
      self.mode = mode
      self.profile = profile
    }
  }

  public var you: You
  /// Nil for an organizer of all gatherings.
  public var gathering: GatheringInfo?
  public var phase: Phase?
  /// What brings the same person back; nil for those who have no seat to keep.
  public var resume: String?
  public var now: Instant
  public var iceServers: [IceServer]
  public var messageBytes: Int
  public var chatCharacters: Int

  public init(
    you: You, gathering: GatheringInfo?, phase: Phase?, resume: String?, now: Instant,
    iceServers: [IceServer] = [], messageBytes: Int = Limits.messageBytes,
    chatCharacters: Int = Limits.chatCharacters
  ) {
    self.you = you
    self.gathering = gathering
    self.phase = phase
    self.resume = resume
    self.now = now
    self.iceServers = iceServers
    self.messageBytes = messageBytes
    self.chatCharacters = chatCharacters
  }
}

extension Welcome {
  init(_ json: JSONValue) throws(ProtocolError) {
    let limits = try json.required("limits").object()
    self.init(
      you: try You(json.required("you")), gathering: try json["gathering"].map(GatheringInfo.init),
      phase: try json["phase"].map(Phase.init), resume: try json["resume"]?.string(),
      now: try json.required("now").instant(),
      iceServers: try json.required("iceServers").list(IceServer.init),
      messageBytes: try limits.required("messageBytes").integer(),
      chatCharacters: try limits["chatCharacters"]?.integer() ?? Limits.chatCharacters)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("you", you)
    json.field("gathering", gathering)
    json.field("phase", phase)
    json.field("resume", resume)
    json.field("now", now)
    json.field("iceServers", iceServers)
    json.name("limits")
    json.open()
    json.field("messageBytes", messageBytes)
    json.field("chatCharacters", chatCharacters)
    json.close()
  }
}

extension Welcome.You: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").string(), name: try json.required("name").string(),
      role: try json.required("role").word(), mode: try json["mode"]?.word() ?? .online,
      profile: try json["profile"].map(Profile.init(trusting:)) ?? Profile())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("id", id)
    json.field("name", name)
    json.field("role", role)
    json.field("mode", mode)
    json.field("profile", profile)
    json.close()
  }
}
