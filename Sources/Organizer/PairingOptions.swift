import ArgumentParser
import Rounds

/// How people are to be brought together, as the command line says it.
struct PairingOptions: ParsableArguments {
  @Option(name: .customLong("avoid-same"), help: "Keep people apart who have the same company, role or mode.")
  var avoidSame: String?

  @Flag(help: "Without exception: sooner lets somebody wait.")
  var hard = false

  @Flag(name: .customLong("share-topics"), help: "Bring people together who share topics.")
  var shareTopics = false

  @Flag(name: .customLong("mix-modes"), help: "Somebody online and somebody from the venue in every room.")
  var mixModes = false

  @Option(help: "The fewest people in a room, where the head count allows it.")
  var min: Int?

  @Option(help: "The most people in a room.")
  var max: Int?

  /// - Parameter size: people in a room, as asked for.
  func rules(size: Int) throws -> PairingRules {
    var rules = PairingRules(isHard: hard, prefersSharedTopics: shareTopics, mix: mixModes ? .modes : nil)
    if let avoidSame {
      guard let attribute = PairingRules.Attribute(rawValue: avoidSame) else {
        let known = PairingRules.Attribute.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure("“\(avoidSame)” can't be avoided; --avoid-same takes one of \(known).")
      }
      rules.avoidsSame = attribute
    }
    if min != nil || max != nil {
      let (least, most) = (min ?? 2, max ?? Room.mostPeople)
      guard 2 <= least, least <= size, size <= most, most <= Room.mostPeople else {
        throw CommandFailure("--min, --people and --max must rise from 2 to \(Room.mostPeople).")
      }
      rules.sizes = least...most
    }
    return rules
  }
}
