import Foundation
import NewsModel
import Newsroom
import SimulatedWorld

/// What the demo says at its end: the sources, where the page is, and how to look at it.
struct DemoClosing {
    let report: RunReport
    let world: SimulatedWorld
    let site: String

    func say() {
        Console.say(table)
        Console.say("")
        Console.say(
            "\(report.health.stories) stories from \(answered) of \(report.health.sources.count) sources, in "
                + "\(report.health.elapsed.label) (all answers one after the other: \(sum.label)).")
        Console.say("The page:   \(site)/index.html")
        Console.say("The health: \(site)/health.html")
        Console.say("Open them in a browser, or serve them: python3 -m http.server --bind 127.0.0.1 -d \(site) 8000")
    }

    private var answered: Int { report.health.sources.count { $0.report.outcome.isAnswer } }

    private var sum: Duration {
        world.sources.reduce(.zero) { $0 + $1.latency * $1.plannedRequests }
    }

    private var table: String {
        let described = Dictionary(world.sources.map { ($0.id, $0) }) { first, _ in first }
        let rows = report.health.sources.map { source in
            let report = source.report
            let world = described[report.source.rawValue]
            return [
                source.title, world?.form ?? source.provider, report.outcome.label, String(report.items),
                report.times.total.label, report.detail ?? "",
            ]
        }
        return TextTable(heading: ["source", "form", "outcome", "items", "time", "what happened"], rows: rows).text
    }
}
