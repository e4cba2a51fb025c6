/// A matching of greatest weight in a complete graph, by Edmonds' blossoms: exact, for pairs of a small roster.
///
/// The primal-dual method with dense tables: labels on people and blossoms, a tree grown from everybody who is free,
/// odd circles shrunk to one node. Weights are doubled, so that all labels stay integers.
/// - Complexity: O(n³) time, O(n²) memory.
struct Blossom {
  private struct Edge {
    var from: Int32 = 0
    var to: Int32 = 0
  }

  private let count: Int
  private let width: Int
  /// Nodes in use: people from 1, then blossoms; 0 is nobody.
  private var nodes: Int
  private let weights: [Int128]
  private var edges: [Edge]
  private var label: [Int128]
  private var mate: [Int]
  private var slack: [Int]
  private var root: [Int]
  private var parent: [Int]
  /// -1 not in the tree, 0 even, 1 odd.
  private var side: [Int]
  private var visited: [Int]
  private var visit = 0
  private var petals: [[Int]]
  /// For each blossom and person: the petal that holds the person; 0 if none.
  private var petalOf: [Int32]
  private var queue: [Int] = []

  /// - Parameter weight: positive for every two different people.
  /// - Returns: everybody's partner; -1 for the one who is left if their number is odd.
  static func match(_ count: Int, weight: (Int, Int) -> Int128) -> [Int] {
    guard count > 1 else { return [Int](repeating: -1, count: count) }
    var blossom = Blossom(count, weight: weight)
    while blossom.augment() {}
    return (1...count).map { blossom.mate[$0] - 1 }
  }

  private init(_ count: Int, weight: (Int, Int) -> Int128) {
    self.count = count
    width = count + count / 2 + 2
    nodes = count
    var weights = [Int128](repeating: 0, count: (count + 1) * (count + 1))
    var edges = [Edge](repeating: Edge(), count: width * width)
    var greatest: Int128 = 0
    for one in 1...count {
      for other in 1...count {
        edges[one * width + other] = Edge(from: Int32(one), to: Int32(other))
        guard one != other else { continue }
        let weight = weight(one - 1, other - 1)
        weights[one * (count + 1) + other] = weight
        greatest = max(greatest, weight)
      }
    }
    self.weights = weights
    self.edges = edges
    label = [Int128](repeating: 0, count: width)
    mate = [Int](repeating: 0, count: width)
    slack = [Int](repeating: 0, count: width)
    root = Array(0..<width)
    parent = [Int](repeating: 0, count: width)
    side = [Int](repeating: -1, count: width)
    visited = [Int](repeating: 0, count: width)
    petals = [[Int]](repeating: [], count: width)
    petalOf = [Int32](repeating: 0, count: width * (count + 1))
    for person in 1...count {
      label[person] = greatest
      petalOf[person * (count + 1) + person] = Int32(person)
    }
    for blossom in (count + 1)..<width { root[blossom] = 0 }
  }

  private func edge(_ one: Int, _ other: Int) -> Edge { edges[one * width + other] }

  private func weight(_ edge: Edge) -> Int128 { weights[Int(edge.from) * (count + 1) + Int(edge.to)] }

  private func tightness(_ edge: Edge) -> Int128 {
    label[Int(edge.from)] + label[Int(edge.to)] - 2 * weight(edge)
  }

  private mutating func updateSlack(_ one: Int, _ other: Int) {
    if slack[other] == 0 || tightness(edge(one, other)) < tightness(edge(slack[other], other)) {
      slack[other] = one
    }
  }

  private mutating func setSlack(_ node: Int) {
    slack[node] = 0
    for one in 1...count where weight(edge(one, node)) > 0 && root[one] != node && side[root[one]] == 0 {
      updateSlack(one, node)
    }
  }

  private mutating func push(_ node: Int) {
    if node <= count {
      queue.append(node)
    } else {
      for petal in petals[node] { push(petal) }
    }
  }

  private mutating func setRoot(_ node: Int, _ top: Int) {
    root[node] = top
    if node > count {
      for petal in petals[node] { setRoot(petal, top) }
    }
  }

  /// The petal's place in the blossom, turned such that the way there from the base is even.
  private mutating func place(_ blossom: Int, _ petal: Int) -> Int {
    let place = petals[blossom].firstIndex(of: petal)!
    guard place % 2 == 1 else { return place }
    petals[blossom][1...].reverse()
    return petals[blossom].count - place
  }

  private mutating func setMate(_ one: Int, _ other: Int) {
    let edge = edge(one, other)
    mate[one] = Int(edge.to)
    guard one > count else { return }
    let petal = Int(petalOf[one * (count + 1) + Int(edge.from)])
    let place = place(one, petal)
    for step in 0..<place { setMate(petals[one][step], petals[one][step ^ 1]) }
    setMate(petal, other)
    petals[one] = Array(petals[one][place...] + petals[one][..<place])
  }

  private mutating func augment(_ start: Int, _ end: Int) {
    var (one, other) = (start, end)
    while true {
      let next = root[mate[one]]
      setMate(one, other)
      guard next != 0 else { return }
      setMate(next, root[parent[next]])
      (one, other) = (root[parent[next]], next)
    }
  }

  private mutating func commonAncestor(_ start: Int, _ end: Int) -> Int {
    visit += 1
    var (one, other) = (start, end)
    while one != 0 || other != 0 {
      if one != 0 {
        if visited[one] == visit { return one }
        visited[one] = visit
        one = root[mate[one]]
        if one != 0 { one = root[parent[one]] }
      }
      swap(&one, &other)
    }
    return 0
  }

  private mutating func shrink(_ one: Int, _ base: Int, _ other: Int) {
    var blossom = count + 1
    while blossom <= nodes && root[blossom] != 0 { blossom += 1 }
    if blossom > nodes { nodes += 1 }
    label[blossom] = 0
    side[blossom] = 0
    mate[blossom] = mate[base]
    petals[blossom] = [base]
    for (start, reversed) in [(one, true), (other, false)] {
      var node = start
      while node != base {
        petals[blossom].append(node)
        let next = root[mate[node]]
        petals[blossom].append(next)
        push(next)
        node = root[parent[next]]
      }
      if reversed { petals[blossom][1...].reverse() }
    }
    setRoot(blossom, blossom)
    for node in 1...nodes {
      edges[blossom * width + node] = Edge()
      edges[node * width + blossom] = Edge()
    }
    for person in 1...count { petalOf[blossom * (count + 1) + person] = 0 }
    for petal in petals[blossom] {
      for node in 1...nodes {
        let known = edge(blossom, node)
        if weight(known) == 0 || tightness(edge(petal, node)) < tightness(known) {
          edges[blossom * width + node] = edge(petal, node)
          edges[node * width + blossom] = edge(node, petal)
        }
      }
      for person in 1...count where petalOf[petal * (count + 1) + person] != 0 {
        petalOf[blossom * (count + 1) + person] = Int32(petal)
      }
    }
    setSlack(blossom)
  }

  private mutating func expand(_ blossom: Int) {
    for petal in petals[blossom] { setRoot(petal, petal) }
    let entry = Int(petalOf[blossom * (count + 1) + Int(edge(blossom, parent[blossom]).from)])
    let place = place(blossom, entry)
    for step in stride(from: 0, to: place, by: 2) {
      let (petal, next) = (petals[blossom][step], petals[blossom][step + 1])
      parent[petal] = Int(edge(next, petal).from)
      side[petal] = 1
      side[next] = 0
      slack[petal] = 0
      setSlack(next)
      push(next)
    }
    side[entry] = 1
    parent[entry] = parent[blossom]
    for step in (place + 1)..<max(place + 1, petals[blossom].count) {
      let petal = petals[blossom][step]
      side[petal] = -1
      setSlack(petal)
    }
    root[blossom] = 0
  }

  private mutating func found(_ edge: Edge) -> Bool {
    let one = root[Int(edge.from)]
    let other = root[Int(edge.to)]
    if side[other] == -1 {
      parent[other] = Int(edge.from)
      side[other] = 1
      let next = root[mate[other]]
      slack[other] = 0
      slack[next] = 0
      side[next] = 0
      push(next)
    } else if side[other] == 0 {
      let ancestor = commonAncestor(one, other)
      if ancestor == 0 {
        augment(one, other)
        augment(other, one)
        return true
      }
      shrink(one, ancestor, other)
    }
    return false
  }

  /// Finds a way to match two more people; false if everybody who can be is matched.
  private mutating func augment() -> Bool {
    queue = []
    for node in 1...nodes {
      side[node] = -1
      slack[node] = 0
    }
    for node in 1...nodes where root[node] == node && mate[node] == 0 {
      parent[node] = 0
      side[node] = 0
      push(node)
    }
    guard !queue.isEmpty else { return false }
    while true {
      var head = 0
      while head < queue.count {
        let one = queue[head]
        head += 1
        guard side[root[one]] != 1 else { continue }
        for other in 1...count where weights[one * (count + 1) + other] > 0 && root[one] != root[other] {
          if tightness(edge(one, other)) == 0 {
            if found(edge(one, other)) { return true }
          } else {
            updateSlack(one, root[other])
          }
        }
      }
      queue = []
      guard adjustLabels() else { return false }
      for node in 1...nodes where root[node] == node && slack[node] != 0 && root[slack[node]] != node {
        if tightness(edge(slack[node], node)) == 0, found(edge(slack[node], node)) { return true }
      }
      if nodes > count {
        for blossom in (count + 1)...nodes
        where root[blossom] == blossom && side[blossom] == 1 && label[blossom] == 0 {
          expand(blossom)
        }
      }
    }
  }

  /// False if a free person's label would fall to zero: no more weight to gain.
  private mutating func adjustLabels() -> Bool {
    var step = Int128.max
    if nodes > count {
      for blossom in (count + 1)...nodes where root[blossom] == blossom && side[blossom] == 1 {
        step = min(step, label[blossom] / 2)
      }
    }
    for node in 1...nodes where root[node] == node && slack[node] != 0 {
      let tightness = tightness(edge(slack[node], node))
      if side[node] == -1 {
        step = min(step, tightness)
      } else if side[node] == 0 {
        step = min(step, tightness / 2)
      }
    }
    for person in 1...count where side[root[person]] == 0 && label[person] <= step { return false }
    for person in 1...count {
      if side[root[person]] == 0 {
        label[person] -= step
      } else if side[root[person]] == 1 {
        label[person] += step
      }
    }
    if nodes > count {
      for blossom in (count + 1)...nodes where root[blossom] == blossom {
        if side[blossom] == 0 {
          label[blossom] += 2 * step
        } else if side[blossom] == 1 {
          label[blossom] -= 2 * step
        }
      }
    }
    return true
  }
}
