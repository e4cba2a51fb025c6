/// Why a request can't be seated: rules or settings that contradict each other.
public enum SeatingError: Error, Hashable, Sendable, CustomStringConvertible {
  case sizeTooSmall(Int)
  case minimumOverMaximum(Int, Int)
  case sizeOutsideBounds(size: Int, minimum: Int, maximum: Int)
  case noTables
  case twice(PersonID)
  case togetherAndApart(Pair)
  /// A chain of kept-together pairs that ends in two people who are kept apart.
  case chainApart([PersonID], Pair)
  case chainTooLong([PersonID], Int)
  case mixEmpty(attribute: String, minimum: Int, maximum: Int)

  public var description: String { sentence { $0.description } }

  /// What is wrong and what would be right, with people called by their names.
  public func sentence(naming name: (PersonID) -> String) -> String {
    func list(_ people: [PersonID]) -> String {
      let names = people.map(name)
      guard let last = names.last, names.count > 1 else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " and " + last
    }
    func both(_ pair: Pair) -> String { list([pair.low, pair.high]) }
    return switch self {
    case .sizeTooSmall(let size):
      "A group size of \(size) leaves people alone; it must be at least 2."
    case .minimumOverMaximum(let minimum, let maximum):
      "The smallest group (\(minimum)) is larger than the largest (\(maximum)); minimum must be at most maximum."
    case .sizeOutsideBounds(let size, let minimum, let maximum):
      "The group size \(size) lies outside of its minimum \(minimum) and maximum \(maximum)."
    case .noTables:
      "None of the tables has two seats, so nobody can be seated; name at least one table with two seats or more."
    case .twice(let person):
      "\(name(person)) is listed twice among the people present; everybody can be named once only."
    case .togetherAndApart(let pair):
      "\(both(pair)) are both kept together and kept apart; take back one of the two rules."
    case .chainApart(let people, let pair):
      "\(list(people)) are kept together one by one, but \(both(pair)) among them are kept apart; take back one of the rules."
    case .chainTooLong(let people, let maximum):
      "\(list(people)) are kept together, but a group holds at most \(maximum); allow larger groups or part some of them."
    case .mixEmpty(let attribute, let minimum, let maximum):
      "The mix of \(attribute) asks for at least \(minimum) people in a group, but a group holds at most \(maximum)."
    }
  }
}
