public import Rounds

/// What everybody in a gathering may know of it.
public struct GatheringInfo: Hashable, Sendable {
  public var id: GatheringID
  public var title: String
  public var locale: String
  /// Whether whoever has the plain link may come in.
  public var isOpen: Bool

  /// What everybody is asked at the door; nil asks nothing in particular.
  public var question: String?

  /// Whether there are tables to sit at.
  public var hasVenue: Bool

  public init(
    id: GatheringID, title: String, locale: String, isOpen: Bool, question: String? = nil,
    hasVenue: Bool = false
  ) {
    self.id = id
    self.title = title
    self.locale = locale
    self.isOpen = isOpen
    self.question = question
    self.hasVenue = hasVenue
  }
}

extension GatheringInfo: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      id: try json.required("id").gathering(), title: try json.required("title").string(),
      locale: try json["locale"]?.string() ?? "", isOpen: try json["open"]?.bool() ?? false,
      question: try json["question"]?.string(), hasVenue: try json["venue"]?.bool() ?? false)
  }

  func write(to json: inout JSONWriter) {
    json.open()
    writeFields(to: &json)
    json.close()
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("id", id)
    json.field("title", title)
    json.field("locale", locale)
    json.field("open", isOpen)
    json.optional("question", question)
    if hasVenue { json.field("venue", true) }
  }
}
