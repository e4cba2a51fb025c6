public import Pairing
public import Rounds

/// The message `ok`: a request with an `id` was done.
public struct Answer: Hashable, Sendable {
  public enum Body: Hashable, Sendable {
    case empty
    case phase(Phase)
    case roster(Roster)
    case gatherings([GatheringSummary])
    case created(GatheringCreated)
    case guests([GuestLink])
    case link(String)
    case status(Status)
    case look(Look)
    /// Who somebody new is.
    case person(PersonID)
    /// What a screen shows until somebody says whose it is.
    case code(String)
  }

  /// The request's `id`.
  public var re: String
  public var body: Body

  public init(re: String, _ body: Body = .empty) {
    self.re = re
    self.body = body
  }
}

extension Answer {
  /// Tells the bodies apart by the one field that only they have.
  init(_ json: JSONValue) throws(ProtocolError) {
    let re = try json.required("re").string()
    let body: Body
    if json.has("gatherings") {
      body = .gatherings(try json.required("gatherings").list(GatheringSummary.init))
    } else if json.has("links") {
      body = .created(try GatheringCreated(json))
    } else if json.has("guests") {
      body = .guests(try json.required("guests").list(GuestLink.init))
    } else if let person = json["person"] {
      body = .person(try person.person())
    } else if let code = json["code"] {
      body = .code(try code.string())
    } else if let link = json["link"] {
      body = .link(try link.string())
    } else if json.has("startsAt") {
      body = .look(try Look(json))
    } else if json.has("rooms") {
      body = .status(try Status(json))
    } else if json.has("people") {
      body = .roster(try Roster(json))
    } else if let phase = json["phase"] {
      body = .phase(try Phase(phase))
    } else {
      body = .empty
    }
    self.init(re: re, body)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("re", re)
    switch body {
    case .empty: break
    case .phase(let phase): json.field("phase", phase)
    case .roster(let roster): roster.writeFields(to: &json)
    case .gatherings(let gatherings): json.field("gatherings", gatherings)
    case .created(let created): created.writeFields(to: &json)
    case .guests(let guests): json.field("guests", guests)
    case .link(let link): json.field("link", link)
    case .look(let look): look.writeFields(to: &json)
    case .person(let person): json.field("person", person)
    case .code(let code): json.field("code", code)
    case .status(let status): status.writeFields(to: &json)
    }
  }
}
