public import Pairing
public import Rounds

/// How evenly the two sides of an evening met: whom each person met at home and in the venue, and who sat out.
public struct Fairness: Hashable, Sendable {
  /// One person's share.
  public struct Share: Hashable, Sendable {
    public let person: PersonID
    public let name: String
    public let mode: Mode
    /// Different people met on the own side, and on the other.
    public let within, across: Int
    /// Rounds at whose start the person had no seat.
    public let satOut: Int
  }

  /// The fewest, the mean and the most of a number that each of several people has.
  public struct Spread: Hashable, Sendable {
    public let least, most: Int
    public let mean: Double

    init(_ numbers: [Int]) {
      least = numbers.min() ?? 0
      most = numbers.max() ?? 0
      mean = numbers.isEmpty ? 0 : Double(numbers.reduce(0, +)) / Double(numbers.count)
    }
  }

  /// Everybody who came, by number.
  public let shares: [Share]
  /// Tables at which somebody sat, in the venue's order.
  public let tablesUsed: [String]

  /// - Parameters:
  ///   - gathering: as it is at the end.
  ///   - used: the names of tables at which somebody sat at the start of a round.
  public init(_ gathering: Gathering, tables used: Set<String>) {
    let modes = Dictionary(uniqueKeysWithValues: gathering.people.map { ($0.id, $0.mode) })
    shares = gathering.people.filter { $0.presence != .expected && !$0.isScreen }.map { person in
      let met = gathering.history.partners(of: person.id)
      let across = met.count { modes[$0] != person.mode }
      return Share(
        person: person.id, name: person.name, mode: person.mode, within: met.count - across, across: across,
        satOut: gathering.history.roundsSatOut(by: person.id).count)
    }
    tablesUsed = gathering.tables.map(\.name).filter(used.contains)
  }

  public func people(_ mode: Mode) -> Int { shares.count { $0.mode == mode } }

  public func within(_ mode: Mode) -> Spread { Spread(shares.filter { $0.mode == mode }.map(\.within)) }

  public func across(_ mode: Mode) -> Spread { Spread(shares.filter { $0.mode == mode }.map(\.across)) }
}
