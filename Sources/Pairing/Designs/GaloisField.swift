/// The finite field with `order` elements, numbered from 0; element 0 is zero, element 1 is one.
///
/// For `order = p^k` an element is a polynomial over the integers modulo p, its number the coefficients in base p.
struct GaloisField {
  let order: Int
  private let prime: Int
  private let degree: Int
  /// The coefficients of x^k in terms of lower powers, as an irreducible polynomial gives them.
  private let reduction: [Int]

  /// Nil if `order` is no power of a prime, or over 128.
  init?(order: Int) {
    guard (2...128).contains(order), let prime = (2...order).first(where: { order % $0 == 0 }) else {
      return nil
    }
    var degree = 0
    var power = 1
    while power < order {
      power *= prime
      degree += 1
    }
    guard power == order else { return nil }
    self.order = order
    self.prime = prime
    self.degree = degree
    // The first polynomial in which nothing but zero times something is zero makes a field.
    let candidates = degree == 1 ? [[]] : (0..<order).map { Self.digits($0, prime: prime, degree: degree) }
    guard let reduction = candidates.first(where: { Self.isField(reduction: $0, prime, degree, order) })
    else {
      return nil
    }
    self.reduction = reduction
  }

  func sum(_ one: Int, _ other: Int) -> Int {
    let (left, right) = (digits(one), digits(other))
    return Self.number((0..<degree).map { (left[$0] + right[$0]) % prime }, prime: prime)
  }

  func product(_ one: Int, _ other: Int) -> Int {
    Self.product(one, other, reduction, prime, degree)
  }

  private func digits(_ element: Int) -> [Int] {
    Self.digits(element, prime: prime, degree: degree)
  }

  private static func digits(_ element: Int, prime: Int, degree: Int) -> [Int] {
    var rest = element
    return (0..<degree).map { _ in
      defer { rest /= prime }
      return rest % prime
    }
  }

  private static func number(_ digits: [Int], prime: Int) -> Int {
    digits.reversed().reduce(0) { $0 * prime + $1 }
  }

  private static func product(_ one: Int, _ other: Int, _ reduction: [Int], _ prime: Int, _ degree: Int)
    -> Int
  {
    let left = digits(one, prime: prime, degree: degree)
    let right = digits(other, prime: prime, degree: degree)
    var terms = [Int](repeating: 0, count: 2 * degree - 1)
    for (i, a) in left.enumerated() {
      for (j, b) in right.enumerated() { terms[i + j] = (terms[i + j] + a * b) % prime }
    }
    for high in stride(from: 2 * degree - 2, through: degree, by: -1) {
      for low in 0..<degree {
        terms[high - degree + low] = (terms[high - degree + low] + terms[high] * reduction[low]) % prime
      }
    }
    return number(Array(terms.prefix(degree)), prime: prime)
  }

  private static func isField(reduction: [Int], _ prime: Int, _ degree: Int, _ order: Int) -> Bool {
    if degree == 1 { return true }
    for one in 1..<order {
      for other in one..<order where product(one, other, reduction, prime, degree) == 0 { return false }
    }
    return true
  }
}
