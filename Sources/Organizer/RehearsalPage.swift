import Foundation
import Pairing
import Rehearsal
import Rounds

/// A rehearsed evening as one page that needs nothing beside it.
struct RehearsalPage {
  private let report: Report
  private let printout: RehearsalPrintout
  private let title: String
  private let words: RehearsalWords

  init(_ report: Report, agenda: Agenda, printout: RehearsalPrintout) {
    self.report = report
    self.printout = printout
    words = agenda.locale?.hasPrefix("es") == true ? .spanish : .english
    title = agenda.title ?? words.rehearsal
  }

  var html: String {
    """
    <!doctype html>
    <html lang="\(words.language)">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>\(Self.escape(title)) · \(words.rehearsal)</title>
    <style>
    :root { color-scheme: light dark; --ink: #2b2320; --paper: #fbf6ef; --warm: #b4532a; --soft: #e6d8c6; --calm: #4a7c6f; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #f1e8dd; --paper: #1f1a17; --warm: #e58b5e; --soft: #4a3f37; --calm: #8cc3b3; }
    }
    body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
      font: 1rem/1.5 system-ui, sans-serif; }
    svg { width: 100%; height: auto; font-size: 11px; fill: var(--ink); }
    dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: 1rem; }
    dt { font-size: .85rem; } dd { margin: 0; font-size: 1.8rem; color: var(--warm); }
    li { margin: .3rem 0; }
    </style>
    <h1>\(Self.escape(title))</h1>
    <p>\(words.came(printout.came, printout.invited, printout.seed))</p>
    <dl>
    \(numbers)
    </dl>
    <h2>\(words.timeline)</h2>
    \(RehearsalPlots.timeline(report, words))
    <h2>\(words.distribution)</h2>
    \(RehearsalPlots.distribution(report, label: words.people))
    <h2>\(words.matrix)</h2>
    <p>\(words.matrixHelp)</p>
    \(RehearsalPlots.matrix(report))
    \(notes)
    </html>
    """
  }

  private var numbers: String {
    [
      (words.least, "\(printout.leastMet)"), (words.mean, "\(printout.meanMet)"),
      (words.repeats, "\(printout.repeats)"), (words.sitOuts, "\(printout.sitOuts)"),
      (words.wishes, "\(printout.wishesGranted) / \(printout.wishes)"),
      (words.across, "\(printout.meetingsAcross)"),
    ].map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }.joined(separator: "\n")
  }

  private var notes: String {
    if printout.notes.isEmpty { return "" }
    return "<h2>\(words.notes)</h2>\n<ul lang=\"en\">\n"
      + printout.notes.map { "<li>\(Self.escape($0))</li>" }.joined(separator: "\n") + "\n</ul>"
  }

  static func escape(_ text: String) -> String {
    text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
      .replacingOccurrences(of: "\"", with: "&quot;")
  }
}
