/// Groups with one place from each of several sides, such that each two places of different sides meet once.
///
/// With two sides it is a Latin rectangle: online and venue, mentors and mentees. Side `i` meets side 0 shifted by what
/// row `i` of a difference matrix has in the round's column.
enum TransversalDesign {
  /// Place `side * order + element`; nil if no matrix of that order is known with a row for each side.
  static func rounds(size: Int, order: Int) -> [[[Int]]]? {
    guard size >= 2, let matrix = DifferenceMatrix(order: order), size <= matrix.rows.count else {
      return nil
    }
    var rounds = (0..<order).map { column in
      (0..<order).map { start in
        (0..<size).map { side in side * order + matrix.sum(start, matrix.rows[side][column]) }
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
