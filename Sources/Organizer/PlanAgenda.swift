import ArgumentParser

/// What the command line says about rounds, groups and rules; it goes before what the file says.
struct PlanAgenda: ParsableArguments {
  @Option(help: "How many rounds (default: as the file says, or 5).")
  var rounds: Int?

  @Option(help: "People in a group (default: as the file says, or 2).")
  var size: Int?

  @Option(help: "The fewest people in a group, where the head count allows it.")
  var min: Int?

  @Option(help: "The most people in a group.")
  var max: Int?

  @Option(help: "Seats of each table, as in 4,4,6: no more groups than tables.")
  var tables: String?

  @Option(help: "The same seed gives the same plan (default: as the file says, or 1).")
  var seed: UInt64?

  @Option(help: "Milliseconds of work for each round, at most; about.")
  var deadline: Int?

  @Option(
    name: .customLong("avoid-same"),
    help: "Keep people apart who have the same value of this: org, role, site…")
  var avoidSame: String?

  @Flag(help: "Without exception: sooner lets somebody sit out.")
  var hard = false

  @Flag(name: .customLong("share-topics"), help: "Bring people together who share topics.")
  var shareTopics = false

  @Option(help: "Two ids never in one group, as in p1,p2. May be repeated.")
  var apart: [String] = []

  @Option(help: "Two ids always in one group, as in p1,p2. May be repeated.")
  var together: [String] = []

  func rounds(of start: PlanEvening.Start) -> Int { start.rounds ?? 5 }

  func applied(to start: PlanEvening.Start) throws -> PlanEvening.Start {
    var start = start
    start.rounds = rounds ?? start.rounds ?? 5
    guard (1...1_000).contains(start.rounds!) else {
      throw CommandFailure("\(start.rounds!) rounds can't be planned; plan 1 to 1000.")
    }
    start.seed = seed ?? start.seed ?? 1
    start.deadline = deadline ?? start.deadline
    var settings = start.settings ?? PlanDocument.Settings(groupSize: 2)
    if let size { settings = PlanDocument.Settings(groupSize: size, tables: settings.tables) }
    settings.min = min ?? settings.min
    settings.max = max ?? settings.max
    if let tables {
      settings.tables = try tables.split(separator: ",").map { seats in
        guard let number = Int(seats) else {
          throw CommandFailure("--tables has “\(seats)” where a number of seats should be.")
        }
        return number
      }
    }
    start.settings = settings
    var rules = start.rules ?? PlanDocument.Rules()
    if let avoidSame { rules.avoidSame = .init(attr: avoidSame, hard: hard) }
    if shareTopics { rules.topics = "shared" }
    rules.keepApart = (rules.keepApart ?? []) + apart.map(Self.pair)
    rules.keepTogether = (rules.keepTogether ?? []) + together.map(Self.pair)
    start.rules = rules
    return start
  }

  private static func pair(_ text: String) -> [String] {
    text.split(separator: ",").map(String.init)
  }
}
