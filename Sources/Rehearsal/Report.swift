import Pairing
import Rounds

/// What an evening was like for those who were there.
public struct Report: Hashable, Sendable {
  public let people: Int
  public let rounds: Int
  /// Different people met: by whoever met the fewest, and on average in hundredths.
  public let leastMet: Int
  public let meanMetHundredths: Int
  /// Pairs that met again, counted once for each time after the first.
  public let repeats: Int
  /// How often somebody who was there had to wait for a room.
  public let waits: Int

  public init(_ evening: VirtualEvening) {
    let gathering = evening.gathering
    let came = gathering.people.filter { $0.presence != .expected }
    let met = came.map { gathering.history.partners(of: $0.id).count }
    people = came.count
    rounds = gathering.roundNumber
    leastMet = met.min() ?? 0
    meanMetHundredths = met.isEmpty ? 0 : met.reduce(0, +) * 100 / met.count
    repeats =
      came.reduce(0) { sum, person in
        gathering.history.partners(of: person.id)
          .reduce(sum) { $0 + gathering.history.met(person.id, $1) - 1 }
      } / 2
    waits = evening.record.reduce(0) { sum, entry in
      guard case .reseated(_, let moves) = entry.change else { return sum }
      return sum + moves.count { $0.to == nil && gathering[$0.person]?.isPresent == true }
    }
  }
}
