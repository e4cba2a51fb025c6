import DequeModule
import Transport

/// Holds back what follows from a change until the journal has it: nobody is told of a change that could be lost.
///
/// What is sent after a held message waits behind it, so that everybody hears things in the order in which they
/// happened. Relayed frames do not pass through here: they tell of no change.
struct Outbox {
  private enum Content {
    case frame(Frame)
    case close(code: UInt16, reason: String)
  }

  private struct Item {
    let entry: Int
    let connection: Connection
    let content: Content
  }

  private var items: Deque<Item> = []
  private var promised = 0
  private var durable = 0
  /// While the journal cannot be written the evening goes on, and the hosts know.
  var isOpen = false

  /// What is sent from now on waits until this journal entry is durable.
  mutating func wait(for entry: Int) {
    promised = entry
  }

  mutating func send(_ frame: Frame, to connection: Connection) {
    add(.frame(frame), connection)
  }

  mutating func close(_ connection: Connection, code: UInt16, reason: String) {
    add(.close(code: code, reason: reason), connection)
  }

  /// Every entry up to this one is durable.
  mutating func release(upTo entry: Int) {
    durable = max(durable, entry)
    while let first = items.first, isOpen || first.entry <= durable {
      items.removeFirst()
      Self.deliver(first)
    }
  }

  private mutating func add(_ content: Content, _ connection: Connection) {
    let item = Item(entry: promised, connection: connection, content: content)
    if isOpen || promised <= durable { Self.deliver(item) } else { items.append(item) }
  }

  private static func deliver(_ item: Item) {
    switch item.content {
    case .frame(let frame): item.connection.send(frame)
    case .close(let code, let reason): item.connection.close(code: code, reason: reason)
    }
  }
}
