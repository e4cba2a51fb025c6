/// Who of both sides comes to the tables with screens this time.
///
/// Whoever met the fewest of the other side comes first, so that over an evening all meet as many; pairs across who
/// both wished it, or are to be kept together, come before them.
struct Sides {
  private(set) var bridged: [Guest] = []
  private(set) var atTables: [Guest] = []
  private(set) var inRooms: [Guest] = []

  init(_ request: SeatingRequest, _ venue: Venue, _ plan: VenuePlan, using generator: inout SplitMix64) {
    var order = Array(request.people.indices)
    generator.shuffle(&order)
    let people = order.map { request.people[$0] }
    let number = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1.id, $0) })
    let parties = Self.parties(of: people, number, request)
    let ranked = parties.map { members in
      let met = members.reduce(0) { $0 + venue.met[people[$1].id, default: 0] }
      let isAcross = Set(members.map { people[$0].traits.site == Venue.site }).count == 2
      return (members: members, rank: (isAcross ? 0 : 1, met * 12 / members.count))
    }
    let mostAround = plan.bridges.map(\.venue).max() ?? 0
    let mostShown = plan.bridges.map(\.online).max() ?? 0
    var (venueLeft, onlineLeft) = (plan.venue, plan.online)
    var chosen = Set<Int>()
    func take(_ members: [Int]) {
      let inVenue = members.count { people[$0].traits.site == Venue.site }
      let online = members.count - inVenue
      // A party too large for any one bridge would be parted there.
      guard inVenue <= min(venueLeft, mostAround), online <= min(onlineLeft, mostShown) else { return }
      venueLeft -= inVenue
      onlineLeft -= online
      chosen.formUnion(members)
    }
    // Sorting is stable, so that the shuffle decides among equals.
    for party in ranked.sorted(by: { $0.rank < $1.rank }) { take(party.members) }
    // What parties left free goes to whoever comes next, even without their company.
    for party in ranked.sorted(by: { $0.rank < $1.rank }) where !chosen.contains(party.members[0]) {
      for member in party.members { take([member]) }
    }
    for (number, guest) in people.enumerated() {
      if chosen.contains(number) {
        bridged.append(guest)
      } else if guest.traits.site == Venue.site {
        atTables.append(guest)
      } else {
        inRooms.append(guest)
      }
    }
  }

  /// People who should be in one place: chains that are kept together, and pairs of a wish.
  private static func parties(of people: [Guest], _ number: [PersonID: Int], _ request: SeatingRequest)
    -> [[Int]]
  {
    var party = Array(people.indices)
    var members = people.indices.map { [$0] }
    func join(_ pair: Pair, upTo most: Int) {
      guard let one = number[pair.low], let other = number[pair.high], party[one] != party[other] else {
        return
      }
      let (into, from) = (party[one], party[other])
      guard members[into].count + members[from].count <= most else { return }
      for member in members[from] { party[member] = into }
      members[into] += members[from]
      members[from] = []
    }
    for pair in request.rules.keepTogether.sorted() { join(pair, upTo: request.settings.maximum) }
    for pair in request.wishes.sorted() { join(pair, upTo: 2) }
    return members.filter { !$0.isEmpty }
  }
}
