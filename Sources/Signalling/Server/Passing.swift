/// Whether a person sits the coming rounds out, as the person's own page is told.
public struct Passing: Hashable, Sendable {
  public var on: Bool
  /// Whether a host has taken the person out, who did not ask for it.
  public var isByHost: Bool

  public init(on: Bool, isByHost: Bool = false) {
    self.on = on
    self.isByHost = isByHost
  }
}

extension Passing {
  private static let host = "host"

  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(on: try json.required("on").bool(), isByHost: try json["by"]?.string() == Self.host)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("on", on)
    if isByHost { json.field("by", Self.host) }
  }
}
