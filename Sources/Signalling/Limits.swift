/// Every limit of the protocol: its name carries the unit, its comment the reason.
///
/// A character is a Unicode scalar, so that no client that counts UTF-16 units ever passes a limit unawares.
public enum Limits {
  /// Bytes in a frame: an offer with six media lines and all its candidates takes about 20 KB.
  public static let messageBytes = 65_536
  /// Arrays and objects inside each other: our deepest message needs four; the rest is for signals.
  public static let nestingLevels = 32
  /// Digits of a number before its point: what a 64-bit integer always holds.
  public static let numberDigits = 18
  /// Digits of a number's exponent: keeps every number finite.
  public static let exponentDigits = 2
  /// Characters in a number: more digits than a double can tell apart, and an echo stays short.
  public static let numberCharacters = 40

  /// Characters in a request's `id`: a UUID with a prefix.
  public static let requestIDCharacters = 64
  /// Characters in a name: fits a tile in two lines.
  public static let nameCharacters = 80
  /// Characters in a headline: what somebody reads at a glance.
  public static let headlineCharacters = 200
  public static let answerCharacters = 200
  public static let questionCharacters = 200
  /// Characters in a company's name.
  public static let companyCharacters = 120
  /// Topics in a profile: more say nothing about anybody.
  public static let topics = 12
  /// Characters in a topic: a few words.
  public static let topicCharacters = 60
  /// Characters in a contact: an address or a profile's URL.
  public static let contactCharacters = 200
  /// Characters in a locale: the longest tags that BCP 47 recommends to hold.
  public static let localeCharacters = 35
  /// Characters in a token: a JWT with generous claims, still far below a frame.
  public static let tokenCharacters = 8_192
  /// Characters in `resume`: ours are shorter.
  public static let resumeCharacters = 512
  /// Characters in a subject: OpenID's limit for `sub`.
  public static let subjectCharacters = 255
  /// Characters in the part that a guest list gives somebody, such as `mentor`.
  public static let partCharacters = 40
  /// Characters in a table's name: fits a sign.
  public static let tableCharacters = 40
  /// Characters of a screen's code as somebody types it: six letters with whatever parts them.
  public static let codeCharacters = 20
  /// Seconds to walk to a table: up to ten minutes.
  public static let walkSeconds: ClosedRange<Int> = 0...600
  /// Entries of `links` in a join: more peers than two rooms of six ever have, with room to grow.
  public static let links = 32
  /// A link's number: one relink a second for three years.
  public static let linkNumber = 100_000_000

  /// Characters in a chat message: a long paragraph.
  public static let chatCharacters = 2_000
  /// Characters in a prompt: stays readable beside the videos.
  public static let promptCharacters = 500
  /// Prompts of one step: more than it has rounds say nothing.
  public static let prompts = 100
  /// Values that a mix names: more than a room has seats can't be kept.
  public static let mixedValues = 6
  /// Characters in an announcement: fits a board.
  public static let announcementCharacters = 1_000
  /// Characters in a gathering's title: fits a page's heading.
  public static let titleCharacters = 200
  /// Guests in one request: their fields together stay below a frame in any ordinary list.
  public static let guests = 100

  /// Seconds until a round or rotation may start: an hour ahead.
  public static let inSeconds: ClosedRange<Int> = 0...3_600
  /// Seconds of a step in the lobby: from a breath to a long dinner.
  public static let lobbySeconds: ClosedRange<Int> = 5...14_400
  /// Seconds by which a round may be moved at once, either way: the longest round.
  public static let extendSeconds: ClosedRange<Int> = -10_800...10_800
}
