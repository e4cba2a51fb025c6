public import Rounds

/// Everybody on the list or in the gathering.
public struct Roster: Hashable, Sendable {
  public var people: [RosterEntry]
  public var phase: Phase
  public var present: Int

  public init(people: [RosterEntry], phase: Phase, present: Int) {
    self.people = people
    self.phase = phase
    self.present = present
  }
}

extension Roster {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      people: try json.required("people").list(RosterEntry.init), phase: try Phase(json.required("phase")),
      present: try json.required("present").integer())
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("people", people)
    json.field("phase", phase)
    json.field("present", present)
  }
}
