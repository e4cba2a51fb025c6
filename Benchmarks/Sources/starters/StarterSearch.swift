import Pairing

/// Looks for base rounds that a cyclic group develops into a whole schedule without a repeat.
///
/// The people are `copies` circles of `modulus` places and some fixed ones. A base round is turned `modulus` times by
/// one place; no pair meets twice if no difference between two places of a group comes twice in all base rounds.
struct StarterSearch {
  let size: Int
  let modulus: Int
  let copies: Int
  let fixed: Int
  let baseRounds: Int
  let stillRounds: Int
  /// A base round looks the same after all elements are multiplied by this and circles change places in cycles.
  let factor: Int
  let cycle: Int

  private let image: [Int]
  private let count: Int
  /// The difference of each two points as a number; -1 where their meeting would be repeated by turning.
  private let difference: [Int]
  private var used: [Bool]
  private var seated: [Bool]
  private var order: [Int]
  private var group: [Int] = []
  private var rounds: [[[Int]]] = []
  private var nodes = 0
  private var limit = 0

  init(
    size: Int, modulus: Int, copies: Int, fixed: Int, baseRounds: Int, stillRounds: Int = 0, factor: Int = 1,
    cycle: Int = 1
  ) {
    self.stillRounds = stillRounds
    self.factor = factor
    self.cycle = cycle
    let moving = modulus * copies
    func cycled(_ number: Int, of all: Int) -> Int {
      let start = number / cycle * cycle
      return start + cycle <= all ? start + (number - start + 1) % cycle : number
    }
    image = (0..<(moving + fixed)).map { point in
      guard point < moving else { return moving + cycled(point - moving, of: fixed) }
      return cycled(point / modulus, of: copies) * modulus + point % modulus * factor % modulus
    }
    self.size = size
    self.modulus = modulus
    self.copies = copies
    self.fixed = fixed
    self.baseRounds = baseRounds
    count = modulus * copies + fixed
    var numbers: [[Int]: Int] = [:]
    var table = [Int](repeating: -1, count: count * count)
    for one in 0..<count {
      for other in 0..<count where one != other {
        guard let key = Self.key(one, other, modulus: modulus, moving: modulus * copies) else { continue }
        if numbers[key] == nil { numbers[key] = numbers.count }
        table[one * count + other] = numbers[key]!
      }
    }
    difference = table
    used = [Bool](repeating: false, count: numbers.count)
    seated = [Bool](repeating: false, count: count)
    order = Array(0..<count)
  }

  /// What stays the same about two points when both turn; nil for two fixed ones and for opposite places.
  private static func key(_ one: Int, _ other: Int, modulus: Int, moving: Int) -> [Int]? {
    switch (one < moving, other < moving) {
    case (false, false): return nil
    case (true, false): return [other, one / modulus]
    case (false, true): return [one, other / modulus]
    case (true, true):
      let (low, high) = (min(one, other), max(one, other))
      let turn = (high - low + modulus * 2) % modulus
      if low / modulus != high / modulus { return [low / modulus, high / modulus, turn] }
      if turn * 2 == modulus { return nil }
      return [low / modulus, low / modulus, min(turn, modulus - turn)]
    }
  }

  /// Whether there are enough differences at all.
  var isThinkable: Bool {
    let pairs = size * (size - 1) / 2
    let still = stillRounds == 0 || (fixed == 0 && copies % size == 0)
    let needed = baseRounds * (count / size) * pairs + stillRounds * (copies / size) * pairs
    return still && count % size == 0 && needed <= used.count && fixed <= count / size
  }

  /// A depth-first search that starts over with another order of the points whenever it took too long.
  mutating func find(attempts: Int, limit: Int, seed: UInt64) -> [[[Int]]]? {
    var generator = SplitMix64(seed: seed)
    let natural = Array(0..<(modulus * copies))
    let across = natural.map { $0 % copies * modulus + $0 / copies }
    for attempt in 0..<attempts {
      // Fixed points first, as no two of them fit into one group; then the circles one by one, or all in step.
      let moving = attempt == 0 ? natural : attempt == 1 ? across : natural.shuffled(using: &generator)
      order = Array((modulus * copies)..<count) + moving
      nodes = 0
      self.limit = limit
      rounds = [[]]
      group = []
      for index in used.indices { used[index] = false }
      for index in seated.indices { seated[index] = false }
      if search(from: 0) { return rounds }
    }
    return nil
  }

  private mutating func search(from start: Int) -> Bool {
    nodes += 1
    if nodes > limit { return false }
    let isStill = rounds.count <= stillRounds
    if group.count == size {
      let full = group
      guard let images = takeImages(of: full, isStill: isStill) else { return false }
      rounds[rounds.count - 1] += [full] + images
      group = []
      if rounds[rounds.count - 1].count * size == (isStill ? copies : count) {
        if rounds.count == stillRounds + baseRounds { return true }
        for index in seated.indices { seated[index] = false }
        rounds.append([])
        if search(from: 0) { return true }
        rounds.removeLast()
        for index in seated.indices { seated[index] = true }
      } else if search(from: 0) {
        return true
      }
      rounds[rounds.count - 1].removeLast(1 + images.count)
      for image in images { giveBack(image) }
      group = full
      return false
    }
    var position = group.isEmpty ? 0 : start
    while position < count {
      let point = order[position]
      if isStill && group.isEmpty && point % modulus != 0 {
        position += 1
        continue
      }
      if !seated[point], take(point) {
        seat(point, true, wholeCircle: isStill)
        if search(from: position + 1) { return true }
        seat(point, false, wholeCircle: isStill)
        giveBack()
        if nodes > limit { return false }
      }
      // The first point of a group is the first that has no seat yet: it has to sit somewhere.
      if group.isEmpty && !seated[point] { return false }
      position += 1
    }
    return false
  }

  /// Seats the images of a full group too; nil if that can't be done.
  private mutating func takeImages(of full: [Int], isStill: Bool) -> [[Int]]? {
    guard factor != 1 || cycle != 1, !isStill else { return [] }
    var images: [[Int]] = []
    let first = Set(full)
    var next = full.map { image[$0] }
    while Set(next) != first {
      group = []
      var fits = next.allSatisfy { !seated[$0] }
      if fits {
        for point in next where fits {
          fits = take(point)
          if fits { seated[point] = true }
        }
      }
      guard fits else {
        giveBack(group)
        for image in images { giveBack(image) }
        group = full
        return nil
      }
      images.append(next)
      next = next.map { image[$0] }
    }
    group = full
    return images
  }

  private mutating func giveBack(_ image: [Int]) {
    group = image
    while let point = group.last {
      seated[point] = false
      giveBack()
    }
  }

  private mutating func seat(_ point: Int, _ isSeated: Bool, wholeCircle: Bool) {
    guard wholeCircle else {
      seated[point] = isSeated
      return
    }
    let circle = point / modulus * modulus
    for place in circle..<(circle + modulus) { seated[place] = isSeated }
  }

  /// Adds the point to the group if its differences to the members are all new.
  private mutating func take(_ point: Int) -> Bool {
    for (place, member) in group.enumerated() {
      let number = difference[point * count + member]
      if number < 0 || used[number] {
        for earlier in group[..<place] { used[difference[point * count + earlier]] = false }
        return false
      }
      used[number] = true
    }
    group.append(point)
    return true
  }

  private mutating func giveBack() {
    let point = group.removeLast()
    for member in group { used[difference[point * count + member]] = false }
  }
}
