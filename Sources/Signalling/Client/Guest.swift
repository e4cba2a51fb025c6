public import Rounds

/// A row of the guest list.
public struct Guest: Hashable, Sendable {
  /// The stable identity; the same again updates the guest.
  public var subject: String?
  public var name: String
  public var mode: Mode
  public var profile: Profile
  /// The wire's `role`: the part in the rules of seating, such as `mentor`; empty if none.
  public var part: String
  /// Told to a match only.
  public var contact: String

  public init(
    name: String, subject: String? = nil, mode: Mode = .online, profile: Profile = Profile(),
    part: String = "",
    contact: String = ""
  ) {
    self.subject = subject
    self.name = name
    self.mode = mode
    self.profile = profile
    self.part = part
    self.contact = contact
  }
}

extension Guest: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    let json = try json.object()
    self.init(
      name: try json.required("name").line(upTo: Limits.nameCharacters, orEmpty: false),
      subject: try json["sub"]?.plain(upTo: Limits.subjectCharacters),
      mode: try json["mode"]?.word() ?? .online, profile: try Profile(limiting: json),
      part: try json["role"]?.line(upTo: Limits.partCharacters) ?? "",
      contact: try json["contact"]?.line(upTo: Limits.contactCharacters) ?? "")
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.optional("sub", subject)
    json.field("name", name)
    json.field("mode", mode)
    profile.writeFields(to: &json)
    json.field("role", part)
    json.field("contact", contact)
    json.close()
  }
}
