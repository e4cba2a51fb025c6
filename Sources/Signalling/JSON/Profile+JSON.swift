import Rounds

extension Profile: JSONWritable {
  /// Reads headline, company and topics from an object that may hold more, each within its limit.
  init(limiting json: JSONValue) throws(ProtocolError) {
    let json = try json.object()
    var topics: [String] = []
    for topic in try json["topics"]?.array(upTo: Limits.topics) ?? [] {
      let words = try topic.line(upTo: Limits.topicCharacters)
      if !words.isEmpty { topics.append(words) }
    }
    self.init(
      headline: try json["headline"]?.line(upTo: Limits.headlineCharacters) ?? "",
      company: try json["company"]?.line(upTo: Limits.companyCharacters) ?? "", topics: topics,
      answer: try json["answer"]?.line(upTo: Limits.answerCharacters) ?? "")
  }

  /// Reads what a server wrote.
  init(trusting json: JSONValue) throws(ProtocolError) {
    self.init(
      headline: try json["headline"]?.string() ?? "", company: try json["company"]?.string() ?? "",
      topics: try json["topics"]?.list { (topic) throws(ProtocolError) in try topic.string() } ?? [],
      answer: try json["answer"]?.string() ?? "")
  }

  func write(to json: inout JSONWriter) {
    json.open()
    writeFields(to: &json)
    json.close()
  }

  func writeFields(to json: inout JSONWriter) {
    json.field("headline", headline)
    json.field("topics", topics)
    json.field("company", company)
    if !answer.isEmpty { json.field("answer", answer) }
  }
}
