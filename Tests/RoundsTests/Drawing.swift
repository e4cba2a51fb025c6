import Pairing
import Rehearsal
import Rounds

extension VirtualEvening {
  /// Who sits together in the running round, drawn as `p1+p2 p3+p4`.
  var rooms: String { Self.draw(gathering.running) }

  var comingRooms: String { Self.draw(gathering.coming?.round) }

  private static func draw(_ round: Round?) -> String {
    (round?.rooms ?? []).map { $0.people.sorted().map(\.description).joined(separator: "+") }
      .filter { !$0.isEmpty }.sorted().joined(separator: " ")
  }
}

func p(_ number: Int) -> PersonID { PersonID(rawValue: number) }
