import Pairing
import Rounds

/// Why somebody has no seat in a round, told in the gathering's language.
enum Reasons {
  static func waiting(locale: String) -> String {
    isSpanish(locale)
      ? "Ahora mismo no queda nadie libre: en cuanto haya alguien, entras en una sala."
      : "Nobody else is free just now: as soon as somebody is, you join a room."
  }

  static func passing(locale: String) -> String {
    isSpanish(locale)
      ? "Descansas esta ronda, como has pedido. Vuelve cuando quieras."
      : "You are sitting this round out, as you wished. Come back whenever you like."
  }

  private static func isSpanish(_ locale: String) -> Bool { locale.hasPrefix("es") }
}
