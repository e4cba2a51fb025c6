import Foundation
import Pairing

/// The names of a plan's people and the planner's numbers for them, in the order in which they were first named.
struct PlanRoster {
  private var numbers: [String: PersonID] = [:]
  private var names: [String] = []
  private(set) var traits: [PersonID: Traits] = [:]

  func name(of person: PersonID) -> String { names[person.rawValue - 1] }

  func isDescribed(_ person: PersonID) -> Bool { traits[person] != nil }

  /// The number of a person, new if the name was never heard.
  mutating func number(of name: String) -> PersonID {
    if let known = numbers[name] { return known }
    names.append(name)
    let number = PersonID(rawValue: names.count)
    numbers[name] = number
    return number
  }

  /// - Throws: `CommandFailure` if the person was described before.
  mutating func describe(_ person: PlanDocument.Person) throws -> PersonID {
    guard !person.id.isEmpty else {
      throw CommandFailure("A person has no id; give everybody an id of their own.")
    }
    let number = number(of: person.id)
    guard traits[number] == nil else {
      throw CommandFailure("\(person.id) is described twice; an id names one person.")
    }
    var read = Traits(topics: person.topics)
    for (key, value) in person.attributes { read[key] = value }
    traits[number] = read
    return number
  }

  mutating func pair(_ names: [String], in place: String) throws -> Pair {
    guard names.count == 2, names[0] != names[1] else {
      throw CommandFailure("\(place) has \(names) where two different people should be.")
    }
    return Pair(number(of: names[0]), number(of: names[1]))
  }

  mutating func rules(_ read: PlanDocument.Rules?) throws -> Rules {
    guard let read else { return Rules() }
    var rules = Rules()
    rules.keepApart = Set(try (read.keepApart ?? []).map { try pair($0, in: "keep_apart") })
    rules.keepTogether = Set(try (read.keepTogether ?? []).map { try pair($0, in: "keep_together") })
    rules.avoidSame = read.avoidSame.map { AvoidSame(attribute: $0.attr, isHard: $0.hard ?? false) }
    if let mix = read.mix {
      rules.mix = Mix(
        attribute: mix.attr,
        perGroup: try mix.perGroup.mapValues { bounds in
          guard bounds.count == 2, bounds[0] >= 0, bounds[0] <= bounds[1] else {
            throw CommandFailure(
              "mix has \(bounds) where the fewest and the most of a group should be, as in [1,2].")
          }
          return bounds[0]...bounds[1]
        })
    }
    guard read.topics == nil || read.topics == "shared" else {
      throw CommandFailure("topics is “\(read.topics!)”; it can only be “shared”.")
    }
    rules.sharesTopics = read.topics == "shared"
    return rules
  }

  /// What the planner reports, with numbers replaced by names.
  func sentence(_ error: SeatingError) -> String {
    var text = error.description
    // From the highest number, so that p1 is not found in p12.
    for number in names.indices.reversed() where names[number] != "p\(number + 1)" {
      text = text.replacingOccurrences(
        of: "\\bp\(number + 1)\\b", with: names[number], options: .regularExpression)
    }
    return text
  }
}

extension GroupSettings {
  init(_ read: PlanDocument.Settings) {
    self.init(size: read.groupSize, minimum: read.min, maximum: read.max, tables: read.tables)
  }
}

extension Effort {
  /// The work that fits well into so many milliseconds on a machine of today.
  init(milliseconds: Int) {
    self.init(units: 120_000 * Swift.min(Swift.max(milliseconds, 1), 60_000))
  }
}
