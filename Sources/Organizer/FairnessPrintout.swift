import Rehearsal
import Rounds

/// How evenly both sides met, as numbers for a file and as lines for a terminal.
struct FairnessPrintout: Encodable {
  struct Spread: Encodable {
    let least, most: Int
    let mean: Double

    init(_ spread: Fairness.Spread) {
      least = spread.least
      most = spread.most
      mean = (spread.mean * 100).rounded() / 100
    }

    var text: String { "\(least) to \(most), \(mean) on average" }
  }

  struct Side: Encodable {
    let people: Int
    let within, across: Spread
  }

  struct Share: Encodable {
    let id, name, mode: String
    let within, across, satOut: Int
  }

  let sides: [String: Side]
  let tablesUsed: [String]
  let people: [Share]

  init(_ fairness: Fairness) {
    sides = Dictionary(
      uniqueKeysWithValues: Mode.allCases.map { mode in
        let side = Side(
          people: fairness.people(mode), within: Spread(fairness.within(mode)),
          across: Spread(fairness.across(mode)))
        return (mode.rawValue, side)
      })
    tablesUsed = fairness.tablesUsed
    people = fairness.shares.map {
      Share(
        id: "\($0.person)", name: $0.name, mode: $0.mode.rawValue, within: $0.within, across: $0.across,
        satOut: $0.satOut)
    }
  }

  /// Nothing where everybody was on one side.
  var lines: [String] {
    guard let online = sides["online"], let venue = sides["venue"], online.people > 0, venue.people > 0 else {
      return []
    }
    return [
      "Each of \(online.people) at home met in the venue: \(online.across.text); at home: \(online.within.text).",
      "Each of \(venue.people) in the venue met at home: \(venue.across.text); in the venue: \(venue.within.text).",
    ] + (tablesUsed.isEmpty ? [] : ["Tables used: \(tablesUsed.joined(separator: ", "))."])
  }
}
