/// What the server counts, as Prometheus reads it.
struct Metrics {
  var connections = 0
  var received = 0
  var relayed = 0
  var errors = 0

  /// - Parameters:
  ///   - present: people connected, in all gatherings.
  /// - Returns: the text exposition format 0.0.4.
  func text(gatherings: Int, present: Int, journalFails: Bool) -> String {
    """
    # HELP tertulia_connections Open WebSocket connections.
    # TYPE tertulia_connections gauge
    tertulia_connections \(connections)
    # HELP tertulia_gatherings Gatherings that this server knows, those that are over included.
    # TYPE tertulia_gatherings gauge
    tertulia_gatherings \(gatherings)
    # HELP tertulia_people_present People connected, in all gatherings.
    # TYPE tertulia_people_present gauge
    tertulia_people_present \(present)
    # HELP tertulia_messages_received_total Messages received.
    # TYPE tertulia_messages_received_total counter
    tertulia_messages_received_total \(received)
    # HELP tertulia_messages_relayed_total Signals and chat messages relayed.
    # TYPE tertulia_messages_relayed_total counter
    tertulia_messages_relayed_total \(relayed)
    # HELP tertulia_errors_total Messages answered with an error.
    # TYPE tertulia_errors_total counter
    tertulia_errors_total \(errors)
    # HELP tertulia_journal_failing Whether the journal cannot be written at present.
    # TYPE tertulia_journal_failing gauge
    tertulia_journal_failing \(journalFails ? 1 : 0)

    """
  }
}
