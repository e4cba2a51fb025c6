public struct Template: Hashable, Sendable, Codable { var x = 0 }
public func seat(_ request: SeatingRequest) throws(SeatingError) -> Seating {
  var left = request.people.map(\.id), groups: [[PersonID]] = []
  while left.count >= request.settings.size {
    var group = [left.removeFirst()]
    while group.count < request.settings.size {
      let i = left.indices.min { a, b in group.reduce(0) { $0 + request.history.met($1, left[a]) } < group.reduce(0) { $0 + request.history.met($1, left[b]) } }!
      group.append(left.remove(at: i))
    }
    groups.append(group)
  }
  if left.count == 1, let last = groups.last, last.count == request.settings.maximum {
    groups[groups.count - 1].removeLast(2); groups.append(left + last.suffix(2)); left = []
  } else if left.count == 1, !groups.isEmpty { groups[groups.count - 1] += left } else if !left.isEmpty { groups.append(left) }
  return Seating(groups: groups, report: SeatingReport(method: .greedy))
}
