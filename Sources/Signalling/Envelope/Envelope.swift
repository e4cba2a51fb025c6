public import Pairing
public import Rounds

/// What the server must know of a frame to decide its way, read in one walk without building anything.
///
/// Every frame comes here first. `signal` and `chat` are fully checked and go on byte for byte, `time` can be
/// answered at once, and anything else is known to be well-formed JSON and goes to ``ClientMessage``.
///
/// The walk is stricter than JSON, because others read the same bytes after us: the whole frame is one object;
/// no key of its top level holds an escape; the keys that matter come once, and their ids hold no escape;
/// no string holds U+0000; nesting and numbers keep to ``Limits``.
public struct Envelope: Hashable, Sendable {
  public enum Kind: UInt8, Sendable {
    case signal, chat
    /// A request for the time that has no `id`; see ``t0``.
    case time
    /// Whatever ``ClientMessage`` decodes.
    case other
  }

  public let kind: Kind
  /// In `signal` and `chat`; nil for a text that isn't a person's id.
  public let from: PersonID?
  /// In `signal`; nil for a text that isn't a person's id.
  public let to: PersonID?
  /// In `signal` and `chat`; nil for a text that isn't a room's id.
  public let room: RoomID?
  /// In `signal`.
  public let link: Int?
  /// In `time`: where in the frame the number stands.
  public let t0: Range<Int>?
}
