/// A new gathering; its id, if one is wished, is the message's `gathering`.
public struct GatheringCreate: Hashable, Sendable {
  public var title: String
  public var locale: String?
  /// Whether whoever has the plain link may come in.
  public var isOpen: Bool

  public init(title: String, locale: String? = nil, isOpen: Bool = false) {
    self.title = title
    self.locale = locale
    self.isOpen = isOpen
  }
}

extension GatheringCreate {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      title: try json.required("title").line(upTo: Limits.titleCharacters, orEmpty: false),
      locale: try json["locale"]?.locale(),
      isOpen: try json["open"]?.bool() ?? false)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("title", title)
    json.optional("locale", locale)
    json.field("open", isOpen)
  }
}
