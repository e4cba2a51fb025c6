/// The tests' own generator, so that no test depends on the planner's.
struct Draw: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) {
    state = (seed &+ 0x1234_5678) &* 0x2545_F491_4F6C_DD1D | 1
    for _ in 0..<4 { _ = next() }
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }

  mutating func oneIn(_ many: Int) -> Bool { below(many) == 0 }
}
