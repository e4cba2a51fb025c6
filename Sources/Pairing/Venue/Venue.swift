/// The tables of a place in which some of the people are, and how guests from home get to them.
///
/// People whose ``Traits/site`` is ``site`` sit at tables; everybody else sits in rooms without a place, or joins a
/// table that has a screen.
public struct Venue: Hashable, Sendable {
  /// The site of people in the venue.
  public static let site = "venue"

  /// A table that people can be seated at.
  public struct Table: Hashable, Sendable {
    public var seats: Int
    /// Whether guests from home can join here.
    public var hasScreen: Bool

    public init(seats: Int, hasScreen: Bool = false) {
      self.seats = seats
      self.hasScreen = hasScreen
    }
  }

  public var tables: [Table]
  /// The most people from the venue at one table, whatever it seats; nil for as many as it seats.
  public var mostAtTable: Int?
  /// People from the venue at a table with guests from home, where that can be.
  public var atBridge: ClosedRange<Int>
  /// Guests from home at such a table.
  public var onScreen: ClosedRange<Int>
  /// How many of the other side each has met; whoever met fewest comes first.
  public var met: [PersonID: Int]

  /// - Parameters:
  ///   - atBridge: from 1.
  ///   - onScreen: from 1.
  public init(
    tables: [Table], mostAtTable: Int? = nil, atBridge: ClosedRange<Int>, onScreen: ClosedRange<Int>,
    met: [PersonID: Int] = [:]
  ) {
    self.tables = tables
    self.mostAtTable = mostAtTable
    self.atBridge = atBridge
    self.onScreen = onScreen
    self.met = met
  }

  /// The people whom a table seats.
  func seats(_ table: Int) -> Int {
    min(tables[table].seats, mostAtTable ?? .max)
  }
}
