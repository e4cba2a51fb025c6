import Pairing
import Rounds

/// Why somebody has no seat in a round, or an unusual one, told in the gathering's language.
enum Reasons {
  static func withoutSeat(_ person: PersonID, in round: Round, _ gathering: Gathering) -> String {
    if let person = gathering[person], person.isPassing {
      return person.takenOutBy == nil ? passing(locale: gathering.locale) : takenOut(locale: gathering.locale)
    }
    if gathering[person]?.isScreen == true { return empty(locale: gathering.locale) }
    if let person = gathering[person], gathering.sitsAtTables(person) {
      return seats(locale: gathering.locale)
    }
    let isAnybodyElseHere =
      round.rooms.contains { !$0.people.isEmpty } || round.waiting.contains { $0 != person }
    return isAnybodyElseHere ? unfit(locale: gathering.locale) : waiting(locale: gathering.locale)
  }

  /// A room of another size than was asked for; nil for a usual one.
  static func size(of room: Room, in round: Round, locale: String) -> String? {
    // Whoever comes to a table brings a chair.
    if room.table != nil { return nil }
    let (here, usual) = (room.people.count, round.settings.people)
    if here == usual || here < 2 { return nil }
    return isSpanish(locale)
      ? "Esta vez sois \(here) y no \(usual): así nadie se queda sin compañía."
      : "You are \(here) this time, not \(usual), so that nobody is left without company."
  }

  /// Others are here, but seats or rules leave none of them for this person.
  private static func unfit(locale: String) -> String {
    isSpanish(locale)
      ? "En esta ronda ninguna sala te encaja y descansas: en la próxima vas por delante."
      : "No room fits you in this round, so you rest: in the next one you come first."
  }

  private static func seats(locale: String) -> String {
    isSpanish(locale)
      ? "Ahora mismo no queda sitio en ninguna mesa: en cuanto lo haya, te decimos cuál es la tuya."
      : "No table has a free seat just now: as soon as one has, you are told which is yours."
  }

  private static func empty(locale: String) -> String {
    isSpanish(locale)
      ? "En esta ronda no se sienta nadie en esta mesa." : "Nobody sits at this table in this round."
  }

  private static func waiting(locale: String) -> String {
    isSpanish(locale)
      ? "Ahora mismo no queda nadie libre: en cuanto haya alguien, entras en una sala."
      : "Nobody else is free just now: as soon as somebody is, you join a room."
  }

  private static func passing(locale: String) -> String {
    isSpanish(locale)
      ? "Descansas esta ronda, como has pedido. Vuelve cuando quieras."
      : "You are sitting this round out, as you wished. Come back whenever you like."
  }

  private static func takenOut(locale: String) -> String {
    isSpanish(locale)
      ? "Por ahora un anfitrión te ha sacado de la ronda. Vuelve cuando quieras."
      : "A host has taken you out of the round for now. Come back whenever you like."
  }

  /// What the card of a visiting host says.
  static func host(locale: String) -> String {
    isSpanish(locale) ? "Anfitrión de visita" : "Host, on a visit"
  }

  private static func isSpanish(_ locale: String) -> Bool { locale.hasPrefix("es") }
}
