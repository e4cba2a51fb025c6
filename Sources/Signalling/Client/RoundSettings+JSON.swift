import Rounds

// How a round is wanted, in `round.start` and in the steps of an agenda.
extension RoundSettings {
  /// - Parameter usual: stands for what is not said.
  init(_ json: JSONValue, usual: RoundSettings = RoundSettings()) throws(ProtocolError) {
    self = usual
    if let people = try json["people"]?.integer(in: Self.peopleRange) { self.people = people }
    if let pairing = json["pairing"] {
      self.pairing = try PairingRules(pairing)
      if let sizes = self.pairing.sizes, !sizes.contains(self.people) {
        throw .malformed(
          "\(json.path.isEmpty ? "" : json.path + ".")people (\(self.people)) must be from \(sizes.lowerBound) to \(sizes.upperBound), as pairing says."
        )
      }
      if usual.pairing.honoursWishesAgain, pairing["again"] == nil { self.pairing.honoursWishesAgain = true }
    }
    if let turn = try json["turnSeconds"]?.duration(inSeconds: Self.seconds(Self.turnRange)) {
      self.turn = turn
    }
    if let length = try json["lengthSeconds"]?.duration(inSeconds: Self.seconds(Self.lengthRange)) {
      self.length = length
    } else if let turn {
      length = min(Self.lengthRange.upperBound, turn * Milliseconds(self.people))
    }
    if let rounds = try json["rounds"]?.integer(in: Self.roundsRange) { self.rounds = rounds }
    if let prompt = try json["prompt"]?.lines(upTo: Limits.promptCharacters), !prompt.isEmpty {
      prompts = [prompt]
    }
    if let many = try json["prompts"]?.array(upTo: Limits.prompts) {
      prompts = []
      for prompt in many { prompts.append(try prompt.lines(upTo: Limits.promptCharacters)) }
    }
  }

  private static func seconds(_ range: ClosedRange<Milliseconds>) -> ClosedRange<Int> {
    Int(range.lowerBound / 1_000)...Int(range.upperBound / 1_000)
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("people", people)
    json.field("lengthSeconds", Seconds(length))
    if prompts.count > 1 { json.field("prompts", prompts) } else { json.field("prompt", prompt) }
    json.field("rounds", rounds)
    json.optional("turnSeconds", turn.map(Seconds.init))
    if pairing != PairingRules() { json.field("pairing", pairing) }
  }
}
