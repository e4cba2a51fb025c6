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
      bounds = values.map { mix.perGroup[$0]! }
      mixed = guests.map { numbers[$0.traits[mix.attribute]] ?? -1 }
    } else {
      bounds = []
      mixed = []
    }
  }

  var hasMix: Bool { !mixed.isEmpty }
  var hasTopics: Bool { words > 0 }
  var hasSoft: Bool { hasTopics || (!avoided.isEmpty && !isHard) }

  func isSame(_ one: Int, _ other: Int) -> Bool {
    !avoided.isEmpty && avoided[one] == avoided[other] && avoided[one] != 0
  }

  func isApart(_ one: Int, _ other: Int) -> Bool {
    isHard && isSame(one, other)
  }

  func shared(_ one: Int, _ other: Int) -> Int {
    var shared = 0
    for word in 0..<words {
      shared += (topics[one * words + word] & topics[other * words + word]).nonzeroBitCount
    }
    return shared
  }

  /// The topics of a person, one word after the other.
  func topicBits(of person: Int) -> ArraySlice<UInt64> {
    topics[(person * words)..<((person + 1) * words)]
  }

  /// The cost of the pair as far as attributes go.
  func cost(_ one: Int, _ other: Int) -> Cost {
    var cost = Cost.zero
    if isSame(one, other) { cost += Cost(isHard ? .apart : .same, 1) }
    if hasTopics { cost -= Cost(.topics, shared(one, other)) }
    return cost
  }
}
