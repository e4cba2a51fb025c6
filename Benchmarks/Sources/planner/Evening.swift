import Foundation
import Pairing

/// A live evening for measuring: people come and go, nobody tells the planner what comes next.
struct Evening {
  var people: Int
  var settings: GroupSettings
  var rounds: Int
  var rules = Rules()
  /// People of every hundred who leave before a round; as many others come.
  var churn = 0
  /// Wishes of pairs that already met or not, made before each round.
  var wishesEachRound = 0
  var traits: @Sendable (Int) -> Traits = { _ in Traits() }
  var hint: Int?
  var effort = Effort.standard

  init(_ people: Int, _ size: Int, _ rounds: Int, minimum: Int? = nil, maximum: Int? = nil) {
    self.people = people
    self.rounds = rounds
    settings = GroupSettings(size: size, minimum: minimum, maximum: maximum)
    hint = rounds
  }

  /// Runs the evening.
  /// - Parameter planner: seats one round; ``Pairing/seat(_:)`` or a baseline.
  func run(seed: UInt64, planner: (SeatingRequest) throws -> Seating) rethrows -> Outcome {
    var outcome = Outcome()
    var history = History()
    var template: Template?
    var generator = Draw(seed: seed)
    var here = (1...people).map { Guest(id: PersonID(rawValue: $0), traits: traits($0)) }
    var next = people + 1
    var wishes: Set<Pair> = []
    for round in 1...rounds {
      if round > 1 && churn > 0 {
        let leaving = people * churn / 100
        for _ in 0..<leaving { here.remove(at: generator.below(here.count)) }
        for _ in 0..<leaving {
          here.append(Guest(id: PersonID(rawValue: next), traits: traits(next)))
          next += 1
        }
      }
      for _ in 0..<wishesEachRound {
        let one = here[generator.below(here.count)].id
        let other = here[generator.below(here.count)].id
        if one != other && !rules.keepApart.contains(Pair(one, other)) { wishes.insert(Pair(one, other)) }
      }
      let present = Set(here.map(\.id))
      wishes = wishes.filter { present.contains($0.low) && present.contains($0.high) }
      let request = SeatingRequest(
        round: round, people: here, settings: settings, rules: rules, wishes: wishes, history: history,
        seed: seed,
        roundsHint: hint, effort: effort, template: template)
      var seating: Seating?
      let memory = PeakMemory()
      let start = processorTime()
      seating = try planner(request)
      let took = processorTime() - start
      guard let seating else { continue }
      outcome.kilobytes = max(outcome.kilobytes, memory.growth)
      outcome.add(seating, took: took, history: history, request: request)
      wishes.subtract(seating.report.granted)
      history.record(round: round, groups: seating.groups, sittingOut: seating.sittingOut)
      template = seating.template
    }
    outcome.rounds = rounds
    return outcome
  }
}

/// What an evening came to, counted from the groups and not from the planner's report.
struct Outcome {
  var rounds = 0
  var repeats = 0
  var repeatsByRound: [Int] = []
  var apart = 0
  var satOut = 0
  var together = 0
  /// What the process grew by at most while a round was planned.
  var kilobytes = 0
  var wished = 0
  /// Wishes that could have been granted at once, had nothing else counted.
  var possible = 0
  var granted = 0
  var same = 0
  var shared = 0
  var slowest = Duration.zero
  var total = Duration.zero

  mutating func add(_ seating: Seating, took: Duration, history: History, request: SeatingRequest) {
    slowest = max(slowest, took)
    total += took
    satOut += seating.sittingOut.count
    wished += request.wishes.count
    possible += WishBound.most(request)
    var traits: [PersonID: Traits] = [:]
    for guest in request.people { traits[guest.id] = guest.traits }
    let before = repeats
    for group in seating.groups {
      for (place, one) in group.enumerated() {
        for other in group[(place + 1)...] {
          let pair = Pair(one, other)
          if request.rules.keepApart.contains(pair) { apart += 1 }
          if request.rules.keepTogether.contains(pair) { together += 1 }
          if request.wishes.contains(pair) { granted += 1 }
          if let rule = request.rules.avoidSame,
            traits[one]![rule.attribute] == traits[other]![rule.attribute]
          {
            same += 1
          }
          if request.rules.sharesTopics {
            shared += Set(traits[one]!.topics).intersection(traits[other]!.topics).count
          }
          if history.met(one, other) > 0, !request.rules.keepTogether.contains(pair),
            !request.wishes.contains(pair)
          {
            repeats += 1
          }
        }
      }
    }
    repeatsByRound.append(repeats - before)
  }
}

/// The benchmark's own generator (an xorshift), so that what is measured doesn't choose its own questions.
struct Draw {
  private var state: UInt64

  init(seed: UInt64) {
    state = (seed &+ 1) &* 0x2545_F491_4F6C_DD1D
  }

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % bound
  }
}

/// Time that this thread spent on a processor: other work on the machine doesn't count.
func processorTime() -> Duration {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
