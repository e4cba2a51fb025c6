public import Rounds

/// Seats everybody present and starts a round.
public struct RoundStart: Hashable, Sendable {
  /// Within the ranges that ``RoundSettings`` names.
  public var settings: RoundSettings
  /// How long until it starts.
  public var delay: Milliseconds

  public init(settings: RoundSettings = RoundSettings(), delay: Milliseconds = 0) {
    self.settings = settings
    self.delay = delay
  }
}

extension RoundStart {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      settings: try RoundSettings(json),
      delay: try json["inSeconds"]?.duration(inSeconds: Limits.inSeconds) ?? 0)
  }

  func writeFields(to json: inout JSONWriter) {
    settings.writeFields(to: &json)
    json.field("inSeconds", Seconds(delay))
  }
}
