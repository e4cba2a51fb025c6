/// The attributes that the rules ask about, as small numbers.
struct AttributeTable {
  let count: Int
  /// The value to avoid for each person; 0 is not known. Empty without the rule.
  private let avoided: [Int32]
  private let isHard: Bool
  /// Topics as bits, `words` for each person. Empty without the rule.
  private let topics: [UInt64]
  private let words: Int
  /// The value that the mix asks about for each person, as an index into its bounds; -1 is free. Empty without the rule.
  let mixed: [Int32]
  let bounds: [ClosedRange<Int>]

  init(guests: [Guest], rules: Rules) {
    count = guests.count
    if let rule = rules.avoidSame {
      var numbers: [String: Int32] = ["": 0]
      avoided = guests.map { guest in
        let value = guest.traits[rule.attribute]
        if let number = numbers[value] { return number }
        let number = Int32(numbers.count)
        numbers[value] = number
        return number
      }
      isHard = rule.isHard
    } else {
      avoided = []
      isHard = false
    }
    if rules.sharesTopics {
      var numbers: [String: Int] = [:]
      for guest in guests {
        for topic in guest.traits.topics where numbers[topic] == nil { numbers[topic] = numbers.count }
      }
      let words = (numbers.count + 63) / 64
      var bits = [UInt64](repeating: 0, count: words * guests.count)
      for (person, guest) in guests.enumerated() {
        for topic in guest.traits.topics {
          let number = numbers[topic]!
          bits[person * words + number / 64] |= 1 << UInt64(number % 64)
        }
      }
      topics = bits
      self.words = words
    } else {
      topics = []
      words = 0
    }
    if let mix = rules.mix {
      let values = mix.perGroup.keys.sorted()
      let numbers = Dictionary(uniqueKeysWithValues: zip(values, Int32(0)...))
      // Of a value that nobody here has, nobody can be missed: it must not make groups fewer and larger.
      let there = Set(guests.map { $0.traits[mix.attribute] })
      bounds = values.map { value in
        let range = mix.perGroup[value]!
        return there.contains(value) ? range : 0...max(0, range.upperBound)
      }
      mixed = guests.map { numbers[$0.traits[mix.attribute]] ?? -1 }
    } else {
      bounds = []
      mixed = []
    }
  }

  var hasMix: Bool { !mixed.isEmpty }
  var hasTopics: Bool { words > 0 }
  /// Whether people with the same value of an attribute should or must sit apart.
  var hasSame: Bool { !avoided.isEmpty }
  var hasSoft: Bool { hasTopics || (!avoided.isEmpty && !isHard) }

  func isSame(_ one: Int, _ other: Int) -> Bool {
    !avoided.isEmpty && avoided[one] == avoided[other] && avoided[one] != 0
  }

  func isApart(_ one: Int, _ other: Int) -> Bool {
    isHard && isSame(one, other)
  }

  /// The people in an order in which those who count alike for the mix, or should sit apart, follow each other.
  func bySides(_ people: [Int]) -> [Int] {
    func rank(_ person: Int) -> (Int32, Int32) {
      (hasMix ? mixed[person] : 0, hasSame ? avoided[person] : 0)
    }
    return people.enumerated().sorted {
      let (one, other) = (rank($0.element), rank($1.element))
      return (one.0, one.1, $0.offset) < (other.0, other.1, $1.offset)
    }.map(\.element)
  }

  /// How many people a group lacks or has too many for the mix.
  func mixMissed(in group: [Int]) -> Int {
    guard hasMix else { return 0 }
    var counts = [Int](repeating: 0, count: bounds.count)
    for person in group where mixed[person] >= 0 { counts[Int(mixed[person])] += 1 }
    return zip(counts, bounds).reduce(0) { $0 + $1.1.missed(by: $1.0) }
  }

  func shared(_ one: Int, _ other: Int) -> Int {
    var shared = 0
    if words == 1 { return (topics[one] & topics[other]).nonzeroBitCount }
    for word in 0..<words {
      shared += (topics[one * words + word] & topics[other * words + word]).nonzeroBitCount
    }
    return shared
  }

  /// The cost of the pair as far as attributes go.
  func cost(_ one: Int, _ other: Int) -> Cost {
    var cost = Cost.zero
    if isSame(one, other) { cost += Cost(isHard ? .apart : .same, 1) }
    if hasTopics { cost -= Cost(.topics, shared(one, other)) }
    return cost
  }
}
