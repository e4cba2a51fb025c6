/// What is wanted of the scripted evening.
public enum AgendaRequest: Hashable, Sendable {
  case set(JSONText)
  case start
  case next
  case stop
}
