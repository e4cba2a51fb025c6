public import Pairing

/// Who speaks when in a room that talks in turns. Everybody can tell from it, so nobody has to be told.
public struct Turns: Hashable, Sendable {
  /// When the first turn began.
  public var from: Instant
  public var length: Milliseconds
  /// Never empty; after the last the first speaks again.
  public var order: [PersonID]

  public init(from: Instant, length: Milliseconds, order: [PersonID]) {
    self.from = from
    self.length = length
    self.order = order
  }

  /// Who speaks at `now`, and until when; the first before the round begins.
  public func speaker(at now: Instant) -> (person: PersonID, until: Instant) {
    let turn = max(0, (now - from) / length)
    return (order[Int(turn) % order.count], from + (turn + 1) * length)
  }
}

extension Round {
  /// The turns of speech in that room; nil for a free talk.
  public func turns(in room: Room) -> Turns? {
    guard let length = settings.turn, !room.people.isEmpty else { return nil }
    return Turns(from: turnsFrom, length: length, order: room.people)
  }
}
