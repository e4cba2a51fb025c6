/// One part of a scripted evening.
public struct AgendaStep: Hashable, Sendable, Codable {
  /// What people are told it is.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// In the lobby, all together.
    case welcome, `break`, farewell
    /// In rooms: free talk, talk in turns, and a last longer coffee with whom one wished to see again.
    case rounds, circle, coffee

    public var isInRooms: Bool {
      switch self {
      case .welcome, .break, .farewell: false
      case .rounds, .circle, .coffee: true
      }
    }
  }

  /// What happens in a step.
  public enum Content: Hashable, Sendable, Codable {
    /// Everybody is in the lobby for that long; nil waits for whoever leads.
    case lobby(length: Milliseconds?)
    /// As many rounds as the settings say.
    case rounds(RoundSettings)
  }

  public var kind: Kind
  public var title: String
  /// What is shown while it lasts: a thought for a break, thanks for a farewell. Rounds have prompts instead.
  public var text: String
  public var content: Content

  public init(kind: Kind, title: String = "", text: String = "", content: Content) {
    self.kind = kind
    self.title = title
    self.text = text
    self.content = content
  }

  /// How long it is planned to last; nil while nobody can say.
  public var length: Milliseconds? {
    switch content {
    case .lobby(let length): length
    case .rounds(let settings): settings.length * Milliseconds(settings.rounds)
    }
  }

  /// How its rounds are wanted; nil for a step in the lobby.
  public var rounds: RoundSettings? {
    if case .rounds(let settings) = content { settings } else { nil }
  }
}
