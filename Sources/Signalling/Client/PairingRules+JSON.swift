import Rounds

extension PairingRules: JSONWritable {
  private enum Shared: String, CaseIterable { case shared }

  init(_ json: JSONValue) throws(ProtocolError) {
    let json = try json.object()
    self.init(
      avoidsSame: try json["avoidSame"]?.word(Attribute.self), isHard: try json["hard"]?.bool() ?? false,
      prefersSharedTopics: try json["topics"]?.word(Shared.self) != nil,
      mix: try json["mix"].map(Mix.init), sizes: try Self.sizes(json),
      honoursWishesAgain: try json["again"]?.bool() ?? false)
  }

  private static func sizes(_ json: JSONValue) throws(ProtocolError) -> ClosedRange<Int>? {
    guard json["min"] != nil || json["max"] != nil else { return nil }
    let range = RoundSettings.peopleRange
    let least = try json["min"]?.integer(in: range) ?? range.lowerBound
    let most = try json["max"]?.integer(in: range) ?? range.upperBound
    guard least <= most else {
      throw .malformed("\(json.path).min (\(least)) must be at most \(json.path).max (\(most)).")
    }
    return least...most
  }

  func write(to json: inout JSONWriter) {
    json.open()
    json.optional("avoidSame", avoidsSame)
    if isHard { json.field("hard", isHard) }
    json.optional("topics", prefersSharedTopics ? Shared.shared.rawValue : nil)
    json.optional("mix", mix)
    json.optional("min", sizes?.lowerBound)
    json.optional("max", sizes?.upperBound)
    if honoursWishesAgain { json.field("again", honoursWishesAgain) }
    json.close()
  }
}

extension PairingRules.Attribute: JSONWritable {}

extension PairingRules.Mix: JSONWritable {
  /// What stands for ``PairingRules/Mix/modes``.
  private static let modesWord = "modes"

  init(_ json: JSONValue) throws(ProtocolError) {
    if (try? json.string()) == Self.modesWord {
      self = .modes
      return
    }
    let rule: JSONValue
    do throws(ProtocolError) {
      rule = try json.object()
    } catch {
      throw .malformed("\(json.path) must be modes, or an object with attribute and perGroup.")
    }
    var bounds: [String: ClosedRange<Int>] = [:]
    for (value, range) in try rule.required("perGroup").members(upTo: Limits.mixedValues) {
      let ends = try range.array(upTo: 2)
      guard ends.count == 2 else { throw .malformed("\(range.path) must be the fewest and the most.") }
      let least = try ends[0].integer(in: 0...Room.mostPeople)
      let most = try ends[1].integer(in: 0...Room.mostPeople)
      guard least <= most else { throw .malformed("\(range.path) must begin with the smaller number.") }
      bounds[value] = least...most
    }
    self.init(attribute: try rule.required("attribute").word(), perGroup: bounds)
  }

  func write(to json: inout JSONWriter) {
    if self == .modes { return json.string(Self.modesWord) }
    json.open()
    json.field("attribute", attribute)
    json.name("perGroup")
    json.open()
    for (value, range) in perGroup.sorted(by: { $0.key < $1.key }) {
      json.comma()
      json.string(value)
      json.raw(":")
      [range.lowerBound, range.upperBound].write(to: &json)
    }
    json.close()
    json.close()
  }
}
