/// Every limit of who may speak, with its unit and reason.
public enum AccessLimits {
  /// A token is a few hundred bytes; nothing longer is worth a hash.
  public static let tokenBytes = 4_096
  /// How long a link that the server mints is good for: a gathering is prepared weeks ahead. In seconds.
  public static let linkSeconds: Double = 90 * 24 * 3600
  /// How long a terminal's own token is good for: one command. In seconds.
  public static let organizerSeconds: Double = 600
}
