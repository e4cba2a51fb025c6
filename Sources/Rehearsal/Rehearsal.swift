public import Rounds

/// A whole scripted evening with simulated people, on the production core and a virtual clock.
public struct Rehearsal: Sendable {
  /// How long a step that waits for whoever leads takes here.
  public static let patience: Milliseconds = 60_000
  /// An evening that is not over by then is told as far as it came: a day.
  static let longest: Milliseconds = 86_400_000

  public var agenda: Agenda
  public var guests: [Invitation]
  public var mishaps: Mishaps
  /// The same rehearsal with the same seed is the same evening.
  public var seed: UInt64

  public init(agenda: Agenda, guests: [Invitation], mishaps: Mishaps = Mishaps(), seed: UInt64 = 1) {
    self.agenda = agenda
    self.guests = guests
    self.mishaps = mishaps
    self.seed = seed
  }

  /// Made-up guests: five of each company, some topics in common.
  ///
  /// - Parameter share: how many of them are in the venue, from 0 to 1.
  public static func madeUp(_ count: Int, inVenue share: Double = 0.4) -> [Invitation] {
    (0..<count).map { number in
      let isInVenue = Int(Double(number + 1) * share + 1e-9) > Int(Double(number) * share + 1e-9)
      return Invitation(
        subject: "guest-\(number + 1)", name: "Guest \(number + 1)", mode: isInVenue ? .venue : .online,
        profile: Profile(company: "Company \(number / 5 + 1)", topics: ["topic \(number % 7 + 1)"]))
    }
  }

  /// Runs the evening to the end of its agenda.
  ///
  /// - Parameter progress: is told the rounds that have ended, after each.
  /// - Throws: a `Refusal` if the agenda can't begin.
  public func run(progress: (Int) -> Void = { _ in }) throws(Refusal) -> Report {
    var play = try Play(self)
    while try play.goOn() {
      if let ended = play.roundJustEnded { progress(ended) }
    }
    return play.report()
  }
}
