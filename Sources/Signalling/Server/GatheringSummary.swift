public import Rounds

/// A line in the list of gatherings.
public struct GatheringSummary: Hashable, Sendable {
  public var gathering: GatheringInfo
  public var phase: Phase
  public var present: Int
  /// Everybody on the list, present or not.
  public var people: Int

  public init(gathering: GatheringInfo, phase: Phase, present: Int, people: Int) {
    self.gathering = gathering
    self.phase = phase
    self.present = present
    self.people = people
  }
}

extension GatheringSummary: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      gathering: try GatheringInfo(json), phase: try Phase(json.required("phase")),
      present: try json.required("present").integer(), people: try json.required("people").integer())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    gathering.writeFields(to: &json)
    json.field("phase", phase)
    json.field("present", present)
    json.field("people", people)
    json.close()
  }
}
