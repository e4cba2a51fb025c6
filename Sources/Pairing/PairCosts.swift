/// What it costs that two people sit in one group.
///
/// Small rosters have a table of all pairs; large ones work it out from attributes and, for each person, the list of
/// those pairs that differ from it: who was met, is kept apart or together, or is wished for.
struct PairCosts {
  let count: Int
  private let dense: [Cost]
  private let exceptions: Exceptions
  private let attributes: AttributeTable

  init(exceptions: Exceptions, attributes: AttributeTable) {
    count = attributes.count
    self.exceptions = exceptions
    self.attributes = attributes
    guard count <= Limits.denseCosts else {
      dense = []
      return
    }
    var table = [Cost](repeating: .zero, count: count * count)
    for one in 0..<count {
      for other in 0..<one {
        let cost = attributes.cost(one, other)
        table[one * count + other] = cost
        table[other * count + one] = cost
      }
    }
    for one in 0..<count {
      for (other, mark) in exceptions.of(one) {
        table[one * count + other] = mark.cost(over: table[one * count + other])
      }
    }
    dense = table
  }

  var isDense: Bool { !dense.isEmpty }

  /// - Complexity: O(1) for small rosters, else O(people met).
  func cost(_ one: Int, _ other: Int) -> Cost {
    if isDense { return dense[one * count + other] }
    let plain = attributes.cost(one, other)
    guard let mark = exceptions.mark(one, other) else { return plain }
    return mark.cost(over: plain)
  }

  /// What is special about the pair, if anything is.
  func mark(_ one: Int, _ other: Int) -> Mark? {
    exceptions.mark(one, other)
  }

  /// How many people are special to the person.
  func specialCount(of person: Int) -> Int {
    exceptions.count(of: person)
  }

  func special(of person: Int) -> some Sequence<(Int, Mark)> {
    exceptions.of(person)
  }

  func isApart(_ one: Int, _ other: Int) -> Bool {
    attributes.isApart(one, other) || (exceptions.mark(one, other)?.isApart ?? false)
  }
}
