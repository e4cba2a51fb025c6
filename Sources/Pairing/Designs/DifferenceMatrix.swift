/// Rows over a group of elements, numbered from 0, such that the differences of any two rows are all elements.
///
/// It does for a transversal design what the multiples of a field do, at orders that have no field.
struct DifferenceMatrix {
  /// Row → column → element.
  let rows: [[Int]]
  let sum: (Int, Int) -> Int

  /// Nil if none is known here for that order.
  init?(order: Int) {
    if let field = GaloisField(order: order) {
      rows = (0..<order).map { row in (0..<order).map { field.product($0, row) } }
      sum = field.sum
    } else if order == 12 {
      rows = Self.twelve
      sum = Self.sumOfTwelve
    } else {
      return nil
    }
  }

  /// Six rows over Z6 × Z2, the most that are known (Johnson, Dulmage and Mendelsohn, 1961): besides zero and the
  /// elements themselves, four orthomorphisms that a clique search over all 16,512 finds at once.
  private static let twelve = [
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
    [0, 2, 1, 5, 8, 11, 3, 10, 9, 7, 6, 4],
    [0, 3, 9, 11, 7, 2, 10, 5, 1, 8, 4, 6],
    [0, 5, 4, 9, 3, 1, 11, 8, 6, 2, 7, 10],
    [0, 6, 11, 7, 5, 8, 2, 4, 10, 3, 1, 9],
  ]

  /// An element is twice its part in Z6 plus its part in Z2.
  private static func sumOfTwelve(_ one: Int, _ other: Int) -> Int {
    (one / 2 + other / 2) % 6 * 2 + (one + other) % 2
  }
}
