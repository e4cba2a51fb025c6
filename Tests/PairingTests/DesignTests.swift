import Testing

@testable import Pairing

@Suite("Designs")
struct DesignTests {
  @Test("Every starter of the catalogue is a schedule without a repeat")
  func starters() {
    #expect(StarterCatalogue.all.count >= 20)
    for starter in StarterCatalogue.all {
      expectNoRepeat(.starter(groups: starter.groups, size: starter.size))
    }
  }

  @Test("The circle lets everybody meet everybody once", arguments: [2, 4, 8, 32])
  func circle(people: Int) {
    #expect(expectNoRepeat(.circle(people: people)) == people - 1)
  }

  @Test("The odd circle comes four rounds short", arguments: [11, 13, 15, 33, 101, 399])
  func oddCircle(people: Int) {
    #expect(expectNoRepeat(.oddCircle(people: people)) == people - 4)
  }

  @Test("Transversal designs have a round for each element, and more within their sides")
  func transversal() {
    for order in [3, 4, 5, 7, 8, 9, 11, 12, 13, 16] {
      for size in 3...min(6, order) {
        #expect(expectNoRepeat(.transversal(size: size, order: order)) >= order)
      }
    }
    #expect(expectNoRepeat(.transversal(size: 3, order: 9)) == 13)
    #expect(expectNoRepeat(.transversal(size: 6, order: 12)) == 13)
    #expect(expectNoRepeat(.transversal(size: 5, order: 5)) == 6)
    #expect(Design(.transversal(size: 3, order: 6)) == nil)
  }

  @Test("A Latin rectangle lets each side meet the whole other side", arguments: [2, 5, 6, 10])
  func latin(order: Int) {
    #expect(expectNoRepeat(.latin(order: order)) == order)
  }

  /// - Returns: the number of rounds.
  @discardableResult
  private func expectNoRepeat(_ name: DesignName) -> Int {
    guard let design = Design(name) else {
      Issue.record("there is no \(name)")
      return 0
    }
    var met: Set<[Int]> = []
    for round in design.rounds {
      #expect(round.flatMap { $0 }.sorted() == Array(0..<design.places), "\(name)")
      for group in round {
        for one in group {
          for other in group where one < other { #expect(met.insert([one, other]).inserted, "\(name)") }
        }
      }
    }
    return design.rounds.count
  }
}
