import Journal
import Pairing
import Rounds
import Signalling
import Transport

/// A gathering while it is being served: its state, and who is connected to it.
///
/// `@unchecked Sendable`: made and used on the service loop only, by the hub that is isolated to it.
final class Evening: @unchecked Sendable {
  var gathering: Gathering
  var sessions: [PersonID: Session] = [:]
  /// Hosts, organizers and boards.
  var staff: [ObjectIdentifier: Session] = [:]
  var timer: LoopTimer?
  /// The call whose seating is being planned off the loop.
  var planning: Call?
  /// Whose entries in the roster the hosts have yet to be told.
  var rosterNews: Set<PersonID> = []
  var rosterTimer: LoopTimer?
  var lobbyTimer: LoopTimer?
  var seatingTimer: LoopTimer?
  /// Screens that wait for somebody to say whose they are, by code.
  var unpaired: [String: Session] = [:]
  /// How many changes led to this state, and when the last one was made.
  var changes: Int
  var lastChange: Instant
  /// After how many of them the journal last got the whole state.
  var snapshotAt: Int
  /// How well each person's page reaches the others; forgotten with the connection.
  var qualities: [PersonID: LineQuality] = [:]
  /// Who each host is when visiting a room, by the host's id: subjects of people.
  var visitors: [String: String] = [:]
  /// The room that a host asked to see, until the host has come in: by the visitor's subject.
  var visits: [String: RoomID] = [:]
  private var staffCount = 0

  init(_ gathering: Gathering) {
    self.gathering = gathering
    changes = 0
    lastChange = Instant(milliseconds: 0)
    snapshotAt = 0
  }

  init(_ recovered: JournalReader.Recovered) {
    gathering = recovered.gathering
    changes = recovered.changes
    lastChange = recovered.lastChange ?? Instant(milliseconds: 0)
    snapshotAt = recovered.fromSnapshot
  }

  var id: GatheringID { gathering.id }

  var leaders: [Session] {
    staff.values.filter { session in
      if case .staff(let staff) = session.state { staff.role.leads } else { false }
    }
  }

  /// Those who are told who sits where.
  var watchers: [Session] {
    staff.values.filter { session in
      if case .staff(let staff) = session.state { staff.role.leads || staff.role == .board } else { false }
    }
  }

  func nextStaffNumber() -> Int {
    staffCount += 1
    return staffCount
  }

  func entry(_ person: Person) -> RosterEntry {
    RosterEntry(person, gathering, quality: qualities[person.id])
  }

  /// How many people are there, with a page of their own or checked in at the door.
  var present: Int { gathering.people.count { !$0.isScreen && ($0.isPresent || $0.presence == .checkedIn) } }
}
