import Rounds

/// The server's own limits, each with its unit and reason. What an organizer may want to change is in `Settings`.
enum ServerLimits {
  /// Changes of one gathering after which the journal gets its whole state: replaying as many takes a tenth of a second.
  static let changesBetweenSnapshots = 5_000
  /// The loop's timers stand still while the machine sleeps and the clock doesn't: so late at most is a deadline after it.
  static let longestTimer: Milliseconds = 1_000
  /// Milliseconds between two looks for evenings that are to be forgotten.
  static let retentionInterval = 3_600_000
  /// For the first message after the upgrade; the protocol promises ten seconds.
  static let joinMilliseconds = 10_000
  /// Frames that a client may send on while its token is being looked at.
  static let framesBeforeWelcome = 16
  /// Frames refused as too many after which it is abuse and no mistake.
  static let refusedFrames = 1_000
  /// Between two answers that say `rate-limited`.
  static let warningInterval: Milliseconds = 1_000
  /// Screens of one gathering that wait for somebody to type their code.
  static let unpairedScreens = 50
  /// Gatherings that a server may have: what keeps an organizer's script from filling the memory.
  static let gatherings = 10_000
  /// Between two relinks of the same pair by the same client.
  static let relinkInterval: Milliseconds = 1_000
  /// Between two `roster.change`: at most four a second.
  static let rosterMilliseconds = 250
  /// Between two `lobby` messages.
  static let lobbyMilliseconds = 1_000
  /// People in one `roster.change`, so that a frame stays small.
  static let rosterChunk = 250
}
