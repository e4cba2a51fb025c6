/// A gathering that was just made, and the links into it.
public struct GatheringCreated: Hashable, Sendable {
  public struct Links: Hashable, Sendable {
    public var join: String
    public var host: String
    public var board: String

    public init(join: String, host: String, board: String) {
      self.join = join
      self.host = host
      self.board = board
    }
  }

  public var gathering: GatheringInfo
  public var links: Links

  public init(gathering: GatheringInfo, links: Links) {
    self.gathering = gathering
    self.links = links
  }
}
