public import Rounds

/// Seats everybody present and starts a round.
public struct RoundStart: Hashable, Sendable {
  /// Within the ranges that ``RoundSettings`` names.
  public var settings: RoundSettings
  /// How long until it starts.
  public var delay: Milliseconds
  public var pairing: PairingWishes

  public init(
    settings: RoundSettings = RoundSettings(), delay: Milliseconds = 0,
    pairing: PairingWishes = PairingWishes()
  ) {
    self.settings = settings
    self.delay = delay
    self.pairing = pairing
  }
}

extension RoundStart {
  init(_ json: JSONValue) throws(ProtocolError) {
    var settings = RoundSettings()
    if let people = try json["people"]?.integer(in: RoundSettings.peopleRange) { settings.people = people }
    if let length = try json["lengthSeconds"]?.duration(inSeconds: Self.lengthSeconds) {
      settings.length = length
    }
    if let prompt = try json["prompt"]?.lines(upTo: Limits.promptCharacters) { settings.prompt = prompt }
    if let rounds = try json["rounds"]?.integer(in: RoundSettings.roundsRange) { settings.rounds = rounds }
    self.init(
      settings: settings, delay: try json["inSeconds"]?.duration(inSeconds: Limits.inSeconds) ?? 0,
      pairing: try json["pairing"].map(PairingWishes.init) ?? PairingWishes())
  }

  private static var lengthSeconds: ClosedRange<Int> {
    let range = RoundSettings.lengthRange
    return Int(range.lowerBound / 1_000)...Int(range.upperBound / 1_000)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("people", settings.people)
    json.field("lengthSeconds", Seconds(settings.length))
    json.field("prompt", settings.prompt)
    json.field("rounds", settings.rounds)
    json.field("inSeconds", Seconds(delay))
    if pairing != PairingWishes() { json.field("pairing", pairing) }
  }
}
