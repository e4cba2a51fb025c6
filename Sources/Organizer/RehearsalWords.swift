import Rounds

/// What the page of a rehearsal says, in the language of the evening.
struct RehearsalWords {
  let language, rehearsal, timeline, distribution, matrix, matrixHelp, people, notes: String
  let least, mean, repeats, sitOuts, wishes, across: String
  /// What a step without a title is called, by its kind: welcome, break, farewell, rounds, circle, coffee.
  let kinds: [String]
  /// Who came, of how many, by which seed.
  let came: @Sendable (Int, Int, UInt64) -> String

  static let english = RehearsalWords(
    language: "en", rehearsal: "Rehearsal", timeline: "The evening",
    distribution: "How many new people each has met", matrix: "Who met whom",
    matrixHelp: "A dot for each pair that met; a larger one for those who met again.", people: "people",
    notes: "What you may want to change", least: "met at least", mean: "met on average", repeats: "repeats",
    sitOuts: "sit-outs", wishes: "wishes had", across: "meetings home – venue",
    kinds: ["welcome", "break", "farewell", "rounds", "circle", "another coffee"],
    came: { "\($0) of \($1) simulated people came. Seed \($2)." })

  static let spanish = RehearsalWords(
    language: "es", rehearsal: "Ensayo", timeline: "La velada",
    distribution: "A cuántas personas nuevas conoce cada una", matrix: "Quién conoce a quién",
    matrixHelp: "Un punto por cada pareja que se encuentra; uno mayor si se repite.", people: "personas",
    notes: "Lo que quizá convenga cambiar", least: "conoce al menos", mean: "conoce de media",
    repeats: "repeticiones", sitOuts: "descansos", wishes: "deseos cumplidos",
    across: "encuentros casa – sala",
    kinds: ["bienvenida", "descanso", "despedida", "rondas", "círculo", "otro café"],
    came: { "Han venido \($0) de \($1) personas simuladas. Semilla \($2)." })

  func name(of step: AgendaStep) -> String {
    if !step.title.isEmpty { return step.title }
    return zip(AgendaStep.Kind.allCases, kinds).first { $0.0 == step.kind }?.1 ?? step.kind.rawValue
  }
}
