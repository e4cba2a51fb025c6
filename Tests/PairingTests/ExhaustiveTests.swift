import Pairing
import Testing

@Suite("Up to seven people, against every seating there is")
struct ExhaustiveTests {
  @Test("No seating of the same sizes is better, goal by goal")
  func best() throws {
    for seed in 1...UInt64(60) {
      var evening = RandomEvening(seed: seed &+ 1_000_000, most: 7, units: 60_000)
      try evening.run { request, seating in
        let score = Score(seating.groups, seating.sittingOut, request)
        let best = everySeating(
          of: request.people.map(\.id).sorted(), sizes: seating.groups.map(\.count),
          out: seating.sittingOut.count
        ).map { Score($0, $1, request) }.min()
        #expect(score == best, "evening \(seed), round \(request.round): \(seating.groups)")
      }
    }
  }

  /// All ways to make groups of those sizes and let so many sit out; equal groups in every order of their sizes.
  private func everySeating(
    of people: [PersonID], sizes: [Int], out: Int
  ) -> [(groups: [[PersonID]], out: [PersonID])] {
    guard let person = people.first else { return [([], [])] }
    let rest = Array(people.dropFirst())
    var all: [([[PersonID]], [PersonID])] = []
    if out > 0 {
      all += everySeating(of: rest, sizes: sizes, out: out - 1).map { ($0.groups, $0.out + [person]) }
    }
    for size in Set(sizes).sorted() {
      var left = sizes
      left.remove(at: left.firstIndex(of: size)!)
      for others in choose(size - 1, of: rest) {
        let remaining = rest.filter { !others.contains($0) }
        all += everySeating(of: remaining, sizes: left, out: out).map {
          ($0.groups + [[person] + others], $0.out)
        }
      }
    }
    return all
  }

  private func choose(_ count: Int, of people: [PersonID]) -> [[PersonID]] {
    guard count > 0 else { return [[]] }
    guard let first = people.first else { return [] }
    let rest = Array(people.dropFirst())
    return choose(count - 1, of: rest).map { [first] + $0 } + choose(count, of: rest)
  }
}

/// The goals of a seating that the tests compare, counted from the rules alone.
struct Score: Comparable, CustomStringConvertible {
  let amounts: [Int]

  init(_ groups: [[PersonID]], _ out: [PersonID], _ request: SeatingRequest) {
    let checker = Checker(request: request)
    let pairs = groups.flatMap { checker.pairs(of: $0) }
    let running = out.count {
      request.history.roundsSatOut(by: $0).last.map { $0 >= request.round - 1 } ?? false
    }
    let satOut = out.reduce(0) { $0 + request.history.roundsSatOut(by: $1).count }
    let together = pairs.count { request.rules.keepTogether.contains($0) && !checker.isApart($0) }
    amounts = [
      pairs.count { checker.isApart($0) }, running, satOut, checker.mixMissed(in: groups), -together,
      pairs.count { checker.isRepeat($0) },
    ]
  }

  var description: String { "\(amounts)" }

  static func < (left: Score, right: Score) -> Bool { left.amounts.lexicographicallyPrecedes(right.amounts) }
}
