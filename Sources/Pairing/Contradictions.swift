/// Finds requests that nobody could seat as they stand.
enum Contradictions {
  static func refuse(_ request: SeatingRequest) throws(SeatingError) {
    try refuse(request.settings)
    var present: Set<PersonID> = []
    for guest in request.people where !present.insert(guest.id).inserted { throw .twice(guest.id) }
    if let mix = request.rules.mix {
      let needed = mix.perGroup.values.reduce(0) { $0 + max(0, $1.lowerBound) }
      if needed > request.settings.maximum {
        throw .mixEmpty(attribute: mix.attribute, minimum: needed, maximum: request.settings.maximum)
      }
    }
    try request.rules.check(among: present, maximum: request.settings.maximum)
  }

  private static func refuse(_ settings: GroupSettings) throws(SeatingError) {
    if settings.size < 2 { throw .sizeTooSmall(settings.size) }
    if settings.minimum > settings.maximum { throw .minimumOverMaximum(settings.minimum, settings.maximum) }
    if settings.size < settings.minimum || settings.size > settings.maximum {
      throw .sizeOutsideBounds(size: settings.size, minimum: settings.minimum, maximum: settings.maximum)
    }
    if let tables = settings.tables, !tables.contains(where: { $0 >= 2 }) { throw .noTables }
  }
}

extension Rules {
  /// Refuses pairs that are to sit together and can't.
  ///
  /// - Parameters:
  ///   - present: whom the rules are asked about.
  ///   - maximum: the people that a group holds at the most.
  public func check(among present: Set<PersonID>, maximum: Int) throws(SeatingError) {
    if let pair = keepTogether.intersection(keepApart).min() { throw .togetherAndApart(pair) }
    var chains: [PersonID: [PersonID]] = [:]
    for pair in keepTogether.sorted() where present.contains(pair.low) && present.contains(pair.high) {
      let low = chains[pair.low] ?? [pair.low]
      let high = chains[pair.high] ?? [pair.high]
      guard !low.contains(pair.high) else { continue }
      let chain = (low + high).sorted()
      for person in chain { chains[person] = chain }
    }
    for chain in Set(chains.values).sorted(by: { $0[0] < $1[0] }) {
      if chain.count > maximum { throw .chainTooLong(chain, maximum) }
      for (place, one) in chain.enumerated() {
        for other in chain[(place + 1)...] where keepApart.contains(Pair(one, other)) {
          throw .chainApart(chain, Pair(one, other))
        }
      }
    }
  }
}
