public import Pairing
public import Rounds

/// Who may say what to whom past the server: the rules of relaying, as a pure function.
public enum Relay {
  /// Where a frame goes on to, byte for byte.
  public enum Target: Hashable, Sendable {
    case person(PersonID)
    /// Everybody who sits in that room but the sender.
    case others(RoomID)
  }

  /// Decides where a `signal` or `chat` goes.
  ///
  /// - Parameters:
  ///   - envelope: a `signal` or `chat`; anything else is a mistake of the caller.
  ///   - sender: who the connection belongs to; nil for staff, who sit in no room.
  ///   - sits: whether somebody sits in a room, running or coming.
  /// - Throws: `forbidden` if `from` isn't the sender, or one of the two doesn't sit in the room.
  @inlinable
  public static func target(
    of envelope: Envelope, from sender: PersonID?, sits: (PersonID, RoomID) -> Bool
  ) throws(ProtocolError) -> Target {
    precondition(
      envelope.kind == .signal || envelope.kind == .chat,
      "only signal and chat are relayed, not \(envelope.kind)")
    guard let sender, envelope.from == sender else { throw wrongSender }
    guard let room = envelope.room, sits(sender, room) else { throw senderElsewhere }
    guard envelope.kind == .signal else { return .others(room) }
    guard let to = envelope.to, to != sender, sits(to, room) else { throw receiverElsewhere }
    return .person(to)
  }

  @usableFromInline
  static var wrongSender: ProtocolError {
    ProtocolError(.forbidden, "from must be your own id, as welcome gave it.")
  }

  @usableFromInline
  static var senderElsewhere: ProtocolError {
    ProtocolError(.forbidden, "You don't sit in that room; room must be that of your assignment.")
  }

  @usableFromInline
  static var receiverElsewhere: ProtocolError {
    ProtocolError(.forbidden, "Nobody of that id sits in the room beside you; to must be one of your peers.")
  }
}
