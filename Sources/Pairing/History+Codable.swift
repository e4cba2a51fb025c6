// Ten thousand people have a million encounters: as numbers in one list they are read several times as fast as by name.
extension History: Codable {
  public init(from decoder: any Decoder) throws {
    var numbers = try decoder.unkeyedContainer()
    self.init()
    func next() throws -> Int { try numbers.decode(Int.self) }
    let last = try next()
    let people = try next()
    var rows: [Row] = []
    for _ in 0..<people {
      _ = row(of: PersonID(rawValue: try next()))
      var row = Row()
      row.odd = UInt16(clamping: try next())
      for _ in 0..<(try next()) { row.satOut.append(UInt16(clamping: try next())) }
      for _ in 0..<(try next()) {
        let packed = try next()
        row.encounters.append(
          Encounter(
            partner: Int32(truncatingIfNeeded: packed >> 32), times: UInt16(truncatingIfNeeded: packed >> 16),
            last: UInt16(truncatingIfNeeded: packed)))
      }
      rows.append(row)
    }
    guard rows.allSatisfy({ $0.encounters.allSatisfy { (0..<people).contains(Int($0.partner)) } }) else {
      throw DecodingError.dataCorruptedError(in: numbers, debugDescription: "A partner is nobody.")
    }
    restore(rows, lastRound: last)
  }

  public func encode(to encoder: any Encoder) throws {
    var numbers = encoder.unkeyedContainer()
    try numbers.encode(lastRound)
    try numbers.encode(rows.count)
    for (id, row) in zip(ids, rows) {
      try numbers.encode(id.rawValue)
      try numbers.encode(Int(row.odd))
      try numbers.encode(row.satOut.count)
      for round in row.satOut { try numbers.encode(Int(round)) }
      try numbers.encode(row.encounters.count)
      for encounter in row.encounters {
        try numbers.encode(Int(encounter.partner) << 32 | Int(encounter.times) << 16 | Int(encounter.last))
      }
    }
  }
}
