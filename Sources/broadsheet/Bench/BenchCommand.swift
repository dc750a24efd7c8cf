import ArgumentParser
import Foundation
import NewsModel
import SimulatedWorld

/// `broadsheet bench`: what concurrency is worth, on the simulated world.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "One source after the other, or all at once: measure what concurrency is worth.",
        discussion: """
            Asks a simulated world whose latencies are known: the three-provider digest, and a batch of feeds. One \
            after the other costs the sum of the answers; all at once costs the slowest of them.
            """)

    @Option(name: .long, help: "How many feeds the batch has.")
    var sources = 50

    @Flag(name: .long, help: "Print one JSON document in place of the tables.")
    var json = false

    func validate() throws {
        guard (1...500).contains(sources) else { throw ValidationError("--sources takes a number from 1 to 500.") }
    }

    func run() async throws {
        let contests = [
            Contest(name: "three-provider digest", catalogue: .digest),
            Contest(name: "batch of \(sources)", catalogue: .bench(count: sources)),
        ]
        var results: [Contest.Result] = []
        for contest in contests {
            if !json { Console.note("measuring the \(contest.name) …") }
            results.append(try await contest.run(now: Date()))
        }
        Console.say(json ? BenchDocument(results).text : results.map(\.table).joined(separator: "\n\n"))
    }
}
