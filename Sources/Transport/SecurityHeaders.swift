/// The headers by which a page tells its browser to trust nobody else.
public enum SecurityHeaders {
  /// No inline script, no inline style, no frames, nothing from elsewhere; WebSockets and cameras are ours.
  public static let standard: [(name: String, value: String)] = [
    (
      "content-security-policy",
      "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' data:; "
        + "media-src 'self' blob: mediastream:; style-src 'self'; script-src 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'; form-action 'none'"
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("permissions-policy", "camera=(self), microphone=(self), display-capture=(self)"),
    ("cross-origin-opener-policy", "same-origin"),
  ]
}
