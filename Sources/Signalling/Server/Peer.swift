public import Pairing
public import Rounds

/// Somebody else in the room, as one of its people sees them.
public struct Peer: Hashable, Sendable {
  public var id: PersonID
  public var name: String
  public var mode: Mode
  public var profile: Profile
  /// Whether the one who is told makes the first offer to this peer.
  public var initiator: Bool
  /// Counts up whenever the two must start from a new connection.
  public var link: Int
  /// `present` or `lost`.
  public var presence: Reachability

  public init(
    id: PersonID, name: String, mode: Mode, profile: Profile, initiator: Bool, link: Int,
    presence: Reachability = .present
  ) {
    self.id = id
    self.name = name
    self.mode = mode
    self.profile = profile
    self.initiator = initiator
    self.link = link
    self.presence = presence
  }
}

extension Peer: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").person(), name: try json.required("name").string(),
      mode: try json.required("mode").word(),
      profile: try json["profile"].map(Profile.init(trusting:)) ?? Profile(),
      initiator: try json.required("initiator").bool(), link: try json.required("link").integer(),
      presence: try json["presence"]?.word() ?? .present)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("id", id)
    json.field("name", name)
    json.field("mode", mode)
    json.field("profile", profile)
    json.field("initiator", initiator)
    json.field("link", link)
    json.field("presence", presence)
    json.close()
  }
}
