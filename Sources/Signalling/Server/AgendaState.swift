public import Rounds

/// The scripted evening as everybody may see it: its steps, when they are, and which it has reached.
public struct AgendaState: Hashable, Sendable {
  public struct Step: Hashable, Sendable {
    public var step: AgendaStep
    /// When it began or is to begin and end, as far as anybody can say.
    public var times: StepTimes

    public init(_ step: AgendaStep, times: StepTimes) {
      self.step = step
      self.times = times
    }
  }

  public enum State: String, Sendable, CaseIterable {
    /// Not begun.
    case ready
    /// A step is going on, and the next follows by itself.
    case running
    /// A step is going on until somebody who leads asks for the next.
    case waiting
    case over
  }

  public var state: State
  /// The step that it has reached, from 1; 0 before the first and after the last.
  public var step: Int
  public var steps: [Step]

  public init(state: State, step: Int, steps: [Step]) {
    self.state = state
    self.step = step
    self.steps = steps
  }
}

extension AgendaState {
  /// What everybody is told of a gathering's agenda; nil if it has none.
  public init?(_ gathering: Gathering) {
    guard let script = gathering.script else { return nil }
    let state: State =
      switch script.place {
      case .ready: .ready
      case .rounds: .running
      case .lobby(_, let interlude): interlude.endsAt == nil ? .waiting : .running
      case .over: .over
      }
    self.init(
      state: state, step: script.step.map { $0 + 1 } ?? 0,
      steps: zip(script.agenda.steps, gathering.timeline).map { Step($0, times: $1) })
  }
}

extension AgendaState.State: JSONWritable {}

extension AgendaState: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      state: try json.required("state").word(), step: try json.required("step").integer(),
      steps: try json.required("steps").list(Step.init))
  }

  func write(to json: inout JSONWriter) {
    json.open()
    writeFields(to: &json)
    json.close()
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("state", state)
    json.field("step", step)
    json.field("steps", steps)
  }
}

extension AgendaState.Step: JSONWritable {
  init(_ json: JSONValue) throws(ProtocolError) {
    self.init(
      try AgendaStep(json),
      times: StepTimes(startsAt: try json["startsAt"]?.instant(), endsAt: try json["endsAt"]?.instant()))
  }

  func write(to json: inout JSONWriter) {
    json.open()
    step.writeFields(to: &json)
    json.field("startsAt", times.startsAt)
    json.field("endsAt", times.endsAt)
    json.close()
  }
}
