import Pairing
import Rehearsal
import Rounds
import Testing

/// Random evenings against rules that know nothing of how they are kept.
@Suite struct RandomEveningTests {
  @Test(
    "Whatever people and hosts do, nobody sits twice, nobody absent is seated anew, nobody is alone in vain")
  func randomEvenings() throws {
    for seed in 1...300 {
      var chance = SplitMix64(seed: UInt64(seed))
      var evening = try VirtualEvening(
        people: Int.random(in: 0...12, using: &chance), policy: Policy(effort: Effort(units: 2_000)))
      for _ in 0..<80 {
        step(&evening, &chance)
        check(evening, seed)
      }
      var live = evening.gathering
      var replayed = evening.replayed()
      // Both trim what they remember of lost connections when they are next told the time.
      live.settle(at: evening.now) { _, _ in }
      replayed.settle(at: evening.now) { _, _ in }
      #expect(live == replayed, "seed \(seed)")
    }
  }

  private func step(_ evening: inout VirtualEvening, _ chance: inout SplitMix64) {
    let someone = p(Int.random(in: 1...max(1, evening.gathering.people.count), using: &chance))
    let other = p(Int.random(in: 1...max(1, evening.gathering.people.count), using: &chance))
    let settings = RoundSettings(
      people: Int.random(in: 2...6, using: &chance), length: 30_000,
      rounds: Int.random(in: 1...3, using: &chance))
    let command: Command? =
      switch Int.random(in: 0..<22, using: &chance) {
      case 0...2: .join(Arrival(name: "New"))
      case 3, 4: .disconnect(someone)
      case 5, 6: .join(Arrival(resuming: someone))
      case 7: .leave(someone)
      case 8: .pass(someone, Bool.random(using: &chance))
      case 9: .wish(someone, of: other, true)
      case 10, 11: .start(settings, inside: Bool.random(using: &chance) ? 0 : 15_000)
      case 12: .rotate(inside: Bool.random(using: &chance) ? 0 : 5_000)
      case 13: .extend(Int64.random(in: -20_000...20_000, using: &chance))
      case 14: Bool.random(using: &chance) ? .pause : .resume
      case 15: Int.random(in: 0..<4, using: &chance) == 0 ? .end : nil
      case 16: evening.gathering.running.map { .move(someone, RoomID(round: $0.number, number: 1)) }
      case 17: Int.random(in: 0..<6, using: &chance) == 0 ? .interrupt : nil
      case 18: .remove(someone)
      default: nil
      }
    if let command {
      // A refusal changes nothing, which the checks go on to show.
      try? evening.give(command)
    } else {
      evening.wait(seconds: Double.random(in: 0...20, using: &chance))
    }
  }

  private func check(_ evening: VirtualEvening, _ seed: Int) {
    let gathering = evening.gathering
    for round in [gathering.running, gathering.coming?.round].compactMap(\.self) {
      let seated = round.rooms.flatMap(\.people)
      #expect(Set(seated).count == seated.count, "seed \(seed): somebody sits twice")
      #expect(
        seated.allSatisfy { gathering[$0]?.holdsSeat == true }, "seed \(seed): somebody absent is seated")
      #expect(round.rooms.allSatisfy { $0.people.count != 1 }, "seed \(seed): somebody sits alone")
      #expect(round.rooms.allSatisfy { $0.people.count <= 6 }, "seed \(seed): a room is too full")
      let unseated = gathering.people.filter { $0.isPresent && !$0.isPassing && round.room(of: $0.id) == nil }
      #expect(Set(unseated.map(\.id)) == round.waiting, "seed \(seed): those who wait are not known")
      let hasRoom = round.rooms.contains { room in
        (2..<6).contains(room.people.count) && room.people.contains { gathering[$0]?.isPresent == true }
      }
      #expect(unseated.isEmpty || !hasRoom && unseated.count == 1, "seed \(seed): somebody waits in vain")
    }
    let rounds = evening.record.compactMap { entry in
      if case .started(let number) = entry.change { number } else { nil }
    }
    #expect(rounds == Array(1..<(rounds.count + 1)), "seed \(seed): a round was skipped or doubled")
  }
}

func p(_ number: Int) -> PersonID { PersonID(rawValue: number) }
