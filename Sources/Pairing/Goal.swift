/// What a good seating is, in order: a later line never buys a breach of an earlier one.
///
/// That everybody seated is there, once, in a group of at least two and no group is over its maximum holds by the
/// way seatings are made (``Layout``); how many sit out is decided before (``Bench``); the rest is weighed here.
enum Goal: Int, CaseIterable {
  /// Pairs that are kept apart, or have the same value of an attribute to avoid without exception, in one group.
  case apart
  /// Who sits out: never twice running, evenly.
  case sittingOut
  /// People missing from or too many in a group's mix.
  case mix
  /// Kept-together pairs that sit together: a given of the seating, that repeats are counted around.
  case together
  /// Pairs that meet again.
  case repeats
  /// Among repeats: the pairs that met least often first, then evenly over people, then longest ago first.
  case oldestRepeats
  /// Wishes granted.
  case wishes
  /// Colleagues in one group.
  case same
  /// Topics that people of one group share.
  case topics
  /// Who sat in an odd group before sits in one again.
  case oddGroup

  /// Room for the sum over a seating of some thousand people, sign included.
  var bits: Int {
    switch self {
    case .apart: 14
    case .sittingOut: 14
    case .mix: 11
    case .together: 11
    case .repeats: 14
    case .oldestRepeats: 20
    case .wishes: 10
    case .same: 11
    case .topics: 13
    case .oddGroup: 10
    }
  }
}
