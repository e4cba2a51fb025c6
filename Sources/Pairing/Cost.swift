/// Amounts for every goal in one number, so that comparing two costs compares goal by goal in their order.
///
/// Each goal has bits of its own, wide enough that a sum never reaches the next goal: no weights across goals.
struct Cost: Hashable, Comparable {
  private(set) var packed: Int128

  static let zero = Cost(packed: 0)

  private static let shifts: [Int] = {
    var shifts = [Int](repeating: 0, count: Goal.allCases.count)
    var shift = 0
    for goal in Goal.allCases.reversed() {
      shifts[goal.rawValue] = shift
      shift += goal.bits
    }
    precondition(shift <= Int128.bitWidth, "the goals take \(shift) bits")
    return shifts
  }()

  private init(packed: Int128) {
    self.packed = packed
  }

  init(_ goal: Goal, _ amount: Int) {
    packed = Int128(amount) << Int128(Self.shifts[goal.rawValue])
  }

  /// The amount of one goal.
  func amount(_ goal: Goal) -> Int {
    let rounded = through(goal)
    let width = Int128(1) << Int128(goal.bits)
    let low = rounded & (width - 1)
    return Int(low >= width / 2 ? low - width : low)
  }

  /// The amounts of this goal and all before it, as one number to compare.
  ///
  /// Later amounts may be negative and have borrowed from this one: half a unit gives it back.
  func through(_ goal: Goal) -> Int128 {
    let shift = Int128(Self.shifts[goal.rawValue])
    return shift == 0 ? packed : (packed + (Int128(1) << (shift - 1))) >> shift
  }

  static func < (left: Cost, right: Cost) -> Bool { left.packed < right.packed }
  static func + (left: Cost, right: Cost) -> Cost { Cost(packed: left.packed &+ right.packed) }
  static func - (left: Cost, right: Cost) -> Cost { Cost(packed: left.packed &- right.packed) }
  static func += (left: inout Cost, right: Cost) { left.packed &+= right.packed }
  static func -= (left: inout Cost, right: Cost) { left.packed &-= right.packed }
}
