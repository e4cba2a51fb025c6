/// What goes wrong in a rehearsed evening, as shares of the people from 0 to 1.
public struct Mishaps: Hashable, Sendable {
  /// Who never come.
  public var noShows: Double
  /// Who come up to twenty minutes after the beginning.
  public var late: Double
  /// Who lose their connection once in the evening, for two seconds to a minute; one in ten of them for good.
  public var drops: Double
  /// Whether the server dies three times and comes back after some seconds.
  public var crashes: Bool

  public init(noShows: Double = 0, late: Double = 0, drops: Double = 0, crashes: Bool = false) {
    self.noShows = noShows
    self.late = late
    self.drops = drops
    self.crashes = crashes
  }
}
