/// Round-robin: one stands in the middle, the others in a circle that turns by one place each round.
enum CircleMethod {
  /// All pairs of an even number of people, each once.
  static func rounds(people: Int) -> [[[Int]]] {
    let circle = people - 1
    return (0..<circle).map { turn in
      var pairs = [[turn, circle]]
      for step in stride(from: 1, to: people / 2, by: 1) {
        pairs.append([(turn + step) % circle, (turn + circle - step) % circle])
      }
      return pairs
    }
  }
}
