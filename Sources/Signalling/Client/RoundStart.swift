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
