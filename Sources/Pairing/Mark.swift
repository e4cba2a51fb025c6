/// What is special about a pair, in 32 bits.
struct Mark: Hashable {
  private(set) var bits: UInt32

  private static let apart: UInt32 = 1 << 0
  private static let together: UInt32 = 1 << 1
  private static let wished: UInt32 = 1 << 2
  private static let met: UInt32 = 1 << 3
  private static let ageShift: UInt32 = 4

  static let keptApart = Mark(bits: apart)
  static let keptTogether = Mark(bits: together)
  static let wish = Mark(bits: wished)

  private init(bits: UInt32) {
    self.bits = bits
  }

  /// A pair that met.
  /// - Parameters:
  ///   - burden: repeats that the two bore more than those who bore the fewest.
  ///   - roundsAgo: 1 for the last round.
  init(timesMet: Int, burden: Int, roundsAgo: Int) {
    let even = UInt32(min(burden, Limits.burden))
    let often = UInt32(min(timesMet - 1, Limits.timesMet))
    let recent = UInt32(Limits.roundsAgo - min(max(roundsAgo - 1, 0), Limits.roundsAgo))
    bits = Self.met | (often << 7 | even << 4 | recent) << Self.ageShift
  }

  mutating func formUnion(_ other: Mark) {
    bits |= other.bits
  }

  var isApart: Bool { bits & Self.apart != 0 }
  var isTogether: Bool { bits & Self.together != 0 }
  var isWish: Bool { bits & Self.wished != 0 }
  var isMet: Bool { bits & Self.met != 0 }
  /// Whether the pair's meeting is a repeat: they met, and neither a rule nor a wish brings them together.
  var isRepeat: Bool { isMet && !isTogether && !isWish }

  /// The pair's cost, given what it would be for any two people with their attributes.
  func cost(over plain: Cost) -> Cost {
    var cost = plain
    if isApart { cost += Cost(.apart, 1) }
    if isTogether { cost -= Cost(.together, 1) }
    if isWish { cost -= Cost(.wishes, 1) }
    if isRepeat {
      cost += Cost(.repeats, 1)
      cost += Cost(.oldestRepeats, Int(bits >> Self.ageShift))
    }
    return cost
  }
}

/// The marks of all pairs that have one, person by person.
struct Exceptions {
  private var starts: [Int]
  private var partners: [Int32]
  private var marks: [Mark]

  /// - Parameter entries: person, marked partner and mark, for both sides of a pair; the same pair may come twice.
  init(count: Int, entries: [(Int32, Int32, Mark)]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for entry in entries { starts[Int(entry.0) + 1] += 1 }
    for person in 0..<count { starts[person + 1] += starts[person] }
    partners = [Int32](repeating: -1, count: entries.count)
    marks = [Mark](repeating: .wish, count: entries.count)
    var next = starts
    for (one, other, mark) in entries {
      // Rules come after the meetings and are few: a pair that has a mark already gets the union.
      let place = next[Int(one)]
      if !mark.isMet, let same = partners[starts[Int(one)]..<place].firstIndex(of: other) {
        marks[same].formUnion(mark)
      } else {
        partners[place] = other
        marks[place] = mark
        next[Int(one)] += 1
      }
    }
    // Places that a union left free keep partner -1, which is nobody.
    self.starts = starts
  }

  func count(of person: Int) -> Int {
    starts[person + 1] - starts[person]
  }

  func of(_ person: Int) -> some Sequence<(Int, Mark)> {
    (starts[person]..<starts[person + 1]).lazy.filter { partners[$0] >= 0 }.map {
      (Int(partners[$0]), marks[$0])
    }
  }

  func mark(_ one: Int, _ other: Int) -> Mark? {
    let partner = Int32(other)
    return partners.withUnsafeBufferPointer { partners in
      for place in starts[one]..<starts[one + 1] where partners[place] == partner { return marks[place] }
      return nil
    }
  }
}
