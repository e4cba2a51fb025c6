/// Whom a host would rather seat together, or apart.
public struct PairingWishes: Hashable, Sendable {
  /// Colleagues sit apart.
  public var avoidsSameCompany: Bool
  /// What is avoided is forbidden, even if somebody then waits.
  public var isHard: Bool
  /// People with a topic in common sit together.
  public var prefersSharedTopics: Bool
  /// People in the venue and people online sit together.
  public var mixesModes: Bool

  public init(
    avoidsSameCompany: Bool = false, isHard: Bool = false, prefersSharedTopics: Bool = false,
    mixesModes: Bool = false
  ) {
    self.avoidsSameCompany = avoidsSameCompany
    self.isHard = isHard
    self.prefersSharedTopics = prefersSharedTopics
    self.mixesModes = mixesModes
  }
}

extension PairingWishes: JSONWritable {
  private enum Avoided: String, CaseIterable { case company }
  private enum Shared: String, CaseIterable { case shared }
  private enum Mixed: String, CaseIterable { case modes }

  init(_ json: JSONValue) throws(ProtocolError) {
    let json = try json.object()
    self.init(
      avoidsSameCompany: try json["avoidSame"]?.word(Avoided.self) != nil,
      isHard: try json["hard"]?.bool() ?? false,
      prefersSharedTopics: try json["topics"]?.word(Shared.self) != nil,
      mixesModes: try json["mix"]?.word(Mixed.self) != nil)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("avoidSame", avoidsSameCompany ? Avoided.company.rawValue : nil)
    json.field("hard", isHard)
    json.field("topics", prefersSharedTopics ? Shared.shared.rawValue : nil)
    json.field("mix", mixesModes ? Mixed.modes.rawValue : nil)
    json.close()
  }
}
