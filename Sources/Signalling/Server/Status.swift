public import Pairing
public import Rounds

/// Where a gathering stands, in numbers and rooms.
public struct Status: Hashable, Sendable {
  public struct Room: Hashable, Sendable {
    public var room: RoomID
    public var people: [PersonID]

    public init(room: RoomID, people: [PersonID]) {
      self.room = room
      self.people = people
    }
  }

  public var gathering: GatheringInfo
  public var phase: Phase
  public var present: Int
  /// Everybody on the list, present or not.
  public var people: Int
  public var rooms: [Room]
  /// Present in a running round without a room.
  public var waiting: Int

  public init(
    gathering: GatheringInfo, phase: Phase, present: Int, people: Int, rooms: [Room], waiting: Int
  ) {
    self.gathering = gathering
    self.phase = phase
    self.present = present
    self.people = people
    self.rooms = rooms
    self.waiting = waiting
  }
}
