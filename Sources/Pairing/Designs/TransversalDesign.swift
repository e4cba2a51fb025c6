/// Groups with one place from each of several sides, such that each two places of different sides meet once.
///
/// With two sides it is a Latin rectangle: online and venue, mentors and mentees. Over a field of `order` elements
/// side `i` meets side 0 shifted by the slope times `i`; each slope is a round.
enum TransversalDesign {
  /// Place `side * order + element`; nil if there is no field of that order or it has fewer elements than sides.
  static func rounds(size: Int, order: Int) -> [[[Int]]]? {
    guard size >= 2, size <= order, let field = GaloisField(order: order) else { return nil }
    var rounds = (0..<order).map { slope in
      (0..<order).map { start in
        (0..<size).map { side in side * order + field.sum(start, field.product(slope, side)) }
      }
    }
    rounds += within(size: size, order: order)
    return rounds
  }

  /// Places of one side never met: where the size divides the side, each side plays among its own.
  private static func within(size: Int, order: Int) -> [[[Int]]] {
    guard order % size == 0 else { return [] }
    let side = order == size ? [[Array(0..<order)]] : Design.longest(groups: order / size, size: size)?.rounds
    let once = [stride(from: 0, to: order, by: size).map { Array($0..<($0 + size)) }]
    return (side ?? once).map { round in
      (0..<size).flatMap { number in round.map { group in group.map { number * order + $0 } } }
    }
  }
}
