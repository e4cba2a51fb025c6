import Access
import Foundation
import Rounds

/// Makes the links that people open.
struct Links: Sendable {
  /// Where browsers reach the server, without a slash at the end.
  let publicURL: String
  let tokens: Tokens

  /// The plain link of an open gathering.
  func open(_ gathering: GatheringID) -> String {
    "\(publicURL)/g/\(gathering)"
  }

  /// The token is in the fragment, which browsers send to no server and which so reaches no log.
  func link(
    _ gathering: GatheringID, _ role: Role, subject: String? = nil, name: String? = nil, table: String? = nil
  ) async throws(AccessError) -> String {
    let token = try await token(gathering, role, subject: subject, name: name, table: table)
    return "\(open(gathering))\(page(role, table))#t=\(token)"
  }

  func token(
    _ gathering: GatheringID, _ role: Role, subject: String? = nil, name: String? = nil, table: String? = nil
  ) async throws(AccessError) -> String {
    try await tokens.mint(
      TokenClaims(
        gathering: gathering.description, role: role.rawValue, subject: subject, name: name, table: table,
        expires: Date().addingTimeInterval(AccessLimits.linkSeconds)))
  }

  private func page(_ role: Role, _ table: String?) -> String {
    switch role {
    case .participant, .organizer: ""
    case .host: "/host"
    case .board: "/board"
    case .table: "/table/\((table ?? "").addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    }
  }
}
