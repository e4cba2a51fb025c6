public import Rounds

/// What the server says to a client.
public enum ServerMessage: Hashable, Sendable {
  case welcome(Welcome)
  case phase(Phase)
  case assignment(Assignment)
  case peer(PeerChange)
  case signal(Signal)
  case chat(Chat)
  case match(Match)
  case announcement(Announcement)
  case ok(Answer)
  case error(ProtocolError)
  case rosterChange([RosterEntry])
  case help(HelpCall)
  case time(TimeAnswer)
  case lobby(Lobby)
  case agenda(AgendaState)
  case tables([TableState])
  case seating(TableSeating)
  case around(Around)
  /// Where the person takes part from now on, because a host said so.
  case mode(Mode)
  /// Whether the person sits out, by own wish or because a host said so.
  case pass(Passing)
  case paired(Paired)
}
