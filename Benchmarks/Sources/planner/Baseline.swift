import Pairing

/// What people do without a planner, to compare with.
enum Baseline {
  /// Everybody anywhere.
  static func random(_ request: SeatingRequest) -> Seating {
    var draw = Draw(seed: request.seed &+ UInt64(request.round) &* 7_919)
    var people = request.people.map(\.id)
    for last in stride(from: people.count - 1, to: 0, by: -1) { people.swapAt(last, draw.below(last + 1)) }
    return Seating(groups: cut(people, request.settings), report: SeatingReport(method: .greedy))
  }

  /// Group by group whoever has met the fewest of it, of a few dozen who are looked at.
  static func greedy(_ request: SeatingRequest) -> Seating {
    var draw = Draw(seed: request.seed &+ UInt64(request.round) &* 7_919)
    var waiting = request.people.map(\.id)
    var groups = cut(waiting, request.settings)
    for group in groups.indices {
      let size = groups[group].count
      var members: [PersonID] = []
      for _ in 0..<size {
        let tries = min(waiting.count, 48)
        let candidates = (0..<tries).map { waiting.count <= 48 ? $0 : draw.below(waiting.count) }
        let best = candidates.min { one, other in
          func known(_ index: Int) -> Int { members.count { request.history.met($0, waiting[index]) > 0 } }
          return (known(one), one) < (known(other), other)
        }!
        members.append(waiting.remove(at: best))
      }
      groups[group] = members
    }
    return Seating(groups: groups, report: SeatingReport(method: .greedy))
  }

  private static func cut(_ people: [PersonID], _ settings: GroupSettings) -> [[PersonID]] {
    let count = max(
      1, people.count / settings.size + (people.count % settings.size > settings.size / 2 ? 1 : 0))
    var groups = [[PersonID]](repeating: [], count: count)
    for (index, person) in people.enumerated() { groups[index % count].append(person) }
    return groups
  }
}
