public import Pairing
public import Rounds

/// Who is here.
public struct Lobby: Hashable, Sendable {
  /// A person as the lobby shows them.
  public struct Card: Hashable, Sendable {
    public var id: PersonID
    public var name: String
    public var mode: Mode
    public var profile: Profile

    public init(id: PersonID, name: String, mode: Mode, profile: Profile) {
      self.id = id
      self.name = name
      self.mode = mode
      self.profile = profile
    }
  }

  /// How many are present, shown or not.
  public var present: Int
  /// Some of them, at most ``Lobby/shown``.
  public var people: [Card]

  /// Cards in one message: what a screen shows.
  public static let shown = 24

  public init(present: Int, people: [Card]) {
    self.present = present
    self.people = people
  }
}

extension Lobby {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      present: try json.required("present").integer(), people: try json.required("people").list(Card.init))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("present", present)
    json.field("people", people)
  }
}

extension Lobby.Card: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").person(), name: try json.required("name").string(),
      mode: try json.required("mode").word(),
      profile: try json["profile"].map(Profile.init(trusting:)) ?? Profile())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("id", id)
    json.field("name", name)
    json.field("mode", mode)
    json.field("profile", profile)
    json.close()
  }
}
