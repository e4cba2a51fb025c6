// Tables for docs/planner.md: swift run -c release planner [bars|everything|known]
let wanted = CommandLine.arguments.dropFirst().first
if wanted ?? "bars" == "bars" { try Bars.print() }
if wanted ?? "everything" == "everything" { try EverythingAtOnce.print() }
if wanted ?? "known" == "known" { try BestKnown.print() }
