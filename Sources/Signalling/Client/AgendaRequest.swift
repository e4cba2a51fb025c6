public import Rounds

/// What is wanted of the scripted evening.
public enum AgendaRequest: Hashable, Sendable {
  case set(Agenda)
  case start
  case next
  case stop
}

extension AgendaRequest {
  var type: String {
    switch self {
    case .set: "agenda.set"
    case .start: "agenda.start"
    case .next: "agenda.next"
    case .stop: "agenda.stop"
    }
  }
}
