/// Who hears of connections and their messages: an actor whose executor is the loop.
///
/// The methods are called on the loop, one after the other, isolated to the actor. What they send is written at
/// the end of the loop's iteration.
public protocol ConnectionHandler: Actor {
  /// A WebSocket is open.
  func opened(_ connection: Connection)
  /// A whole text message, valid UTF-8. The bytes live as long as the call.
  func received(_ text: UnsafeRawBufferPointer, on connection: Connection)
  /// A whole binary message came and was dropped.
  func receivedBinary(on connection: Connection)
  /// The connection is gone; comes once for each that was opened.
  func closed(_ connection: Connection)
}
