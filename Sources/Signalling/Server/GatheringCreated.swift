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

extension GatheringCreated {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      gathering: try GatheringInfo(json.required("gathering")), links: try Links(json.required("links")))
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("gathering", gathering)
    json.field("links", links)
  }
}

extension GatheringCreated.Links: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      join: try json.required("join").string(), host: try json.required("host").string(),
      board: try json.required("board").string())
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.field("join", join)
    json.field("host", host)
    json.field("board", board)
    json.close()
  }
}
