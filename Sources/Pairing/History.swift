/// Who met whom, when last and how often, and who sat out.
///
/// Eight bytes for each side of a meeting: 10,000 people over 20 rounds in fours take about 5 MB.
public struct History: Hashable, Sendable {
  struct Encounter: Hashable, Sendable {
    let partner: Int32
    var times: UInt16
    var last: UInt16
  }

  struct Row: Hashable, Sendable {
    /// In the order of the first meeting; partners are rows, not ids.
    var encounters: [Encounter] = []
    /// The rounds sat out, rising.
    var satOut: [UInt16] = []
    /// How often the person sat in a group of another size than most.
    var odd: UInt16 = 0
  }

  /// The last round recorded; 0 before the first.
  public private(set) var lastRound = 0
  private(set) var rows: [Row] = []
  private var rowOf: [PersonID: Int32] = [:]
  private(set) var ids: [PersonID] = []

  public init() {}

  /// Records one round as it was held.
  ///
  /// A round may be recorded piece by piece, as people move between rooms: a pair counts once in a round.
  /// - Parameter round: counts from 1 and never goes back.
  public mutating func record(round: Int, groups: [[PersonID]], sittingOut: [PersonID] = []) {
    lastRound = max(lastRound, round)
    let stamp = UInt16(clamping: round)
    let usual = Self.usualSize(of: groups)
    for group in groups {
      let members = group.map { row(of: $0) }
      for (place, one) in members.enumerated() {
        if group.count != usual { rows[one].odd &+= 1 }
        for other in members[(place + 1)...] where other != one {
          meet(one, other, stamp)
          meet(other, one, stamp)
        }
      }
    }
    for person in sittingOut {
      let row = row(of: person)
      if rows[row].satOut.last != stamp { rows[row].satOut.append(stamp) }
    }
  }

  /// In how many rounds the two sat together.
  public func met(_ one: PersonID, _ other: PersonID) -> Int {
    Int(encounter(one, other)?.times ?? 0)
  }

  /// The last round in which the two sat together; nil if there was none.
  public func lastMet(_ one: PersonID, _ other: PersonID) -> Int? {
    encounter(one, other).map { Int($0.last) }
  }

  /// Everybody the person has sat with, in the order of the first meeting.
  public func partners(of person: PersonID) -> [PersonID] {
    guard let row = rowOf[person] else { return [] }
    return rows[Int(row)].encounters.map { ids[Int($0.partner)] }
  }

  /// The rounds in which the person sat out, rising.
  public func roundsSatOut(by person: PersonID) -> [Int] {
    guard let row = rowOf[person] else { return [] }
    return rows[Int(row)].satOut.map { Int($0) }
  }

  func knownRow(of person: PersonID) -> Int? {
    rowOf[person].map { Int($0) }
  }

  private func encounter(_ one: PersonID, _ other: PersonID) -> Encounter? {
    guard let row = rowOf[one], let partner = rowOf[other] else { return nil }
    return rows[Int(row)].encounters.first { $0.partner == partner }
  }

  mutating func restore(_ rows: [Row], lastRound: Int) {
    self.rows = rows
    self.lastRound = lastRound
  }

  mutating func row(of person: PersonID) -> Int {
    if let row = rowOf[person] { return Int(row) }
    rowOf[person] = Int32(rows.count)
    ids.append(person)
    rows.append(Row())
    return rows.count - 1
  }

  private mutating func meet(_ one: Int, _ other: Int, _ round: UInt16) {
    let place = rows[one].encounters.firstIndex { $0.partner == Int32(other) }
    guard let place else {
      rows[one].encounters.append(Encounter(partner: Int32(other), times: 1, last: round))
      return
    }
    if rows[one].encounters[place].last != round {
      rows[one].encounters[place].times &+= 1
      rows[one].encounters[place].last = round
    }
  }

  /// The size that most groups have; of two equally frequent ones the larger.
  private static func usualSize(of groups: [[PersonID]]) -> Int {
    var count: [Int: Int] = [:]
    for group in groups { count[group.count, default: 0] += 1 }
    return count.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }
}
