/// Seats one round.
///
/// - Throws: ``SeatingError`` if the rules or settings contradict each other; nothing is seated wrongly in silence.
///   A rule that can't be held for another reason is broken in the order of the goals and named in the report.
/// - Complexity: bounded by `request.effort`; deterministic for the request, whatever the order of its people.
public func seat(_ request: SeatingRequest) throws(SeatingError) -> Seating {
  try request.check()
  if let venue = request.venue { return VenuePlanner.seat(request, at: venue) }
  var planner = Planner(request)
  return planner.seat()
}
