import Pairing
import Rounds
import Transport

/// A gathering while it is being served: its state, and who is connected to it.
///
/// `@unchecked Sendable`: made and used on the service loop only, by the hub that is isolated to it.
final class Evening: @unchecked Sendable {
  var gathering: Gathering
  var sessions: [PersonID: Session] = [:]
  /// Hosts, organizers, boards and tables.
  var staff: [ObjectIdentifier: Session] = [:]
  var timer: LoopTimer?
  /// The call whose seating is being planned off the loop.
  var planning: Call?
  /// Whose entries in the roster the hosts have yet to be told.
  var rosterNews: Set<PersonID> = []
  var rosterTimer: LoopTimer?
  var lobbyTimer: LoopTimer?
  private var staffCount = 0

  init(_ gathering: Gathering) {
    self.gathering = gathering
  }

  var id: GatheringID { gathering.id }

  var leaders: [Session] {
    staff.values.filter { session in
      if case .staff(let staff) = session.state { staff.role.leads } else { false }
    }
  }

  func nextStaffNumber() -> Int {
    staffCount += 1
    return staffCount
  }

  /// How many people are connected.
  var present: Int { gathering.people.count(where: \.isPresent) }
}
