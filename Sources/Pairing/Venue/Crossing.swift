/// Who may change places with whom once all parts of a venue are seated: nobody who changes the head counts of the
/// plan, and nobody who takes a seat at a bridge from somebody who has met more or fewer of the other side.
struct Crossing {
  /// For each person.
  let isInVenue: [Bool]
  let met: [Int]
  /// For each group, and false for those who sit out, who come last.
  let isBridge: [Bool]

  func allows(_ one: Int, _ other: Int, from home: Int, to away: Int) -> Bool {
    isInVenue[one] == isInVenue[other] && (isBridge[home] == isBridge[away] || met[one] == met[other])
  }
}
