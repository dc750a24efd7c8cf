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
            Asks a simulated world whose latencies are known. First the three-provider digest and a batch of feeds: \
            one after the other costs the sum of the answers, all at once costs the slowest of them. Then whole runs \
            of this program over so many feeds, each run a process of its own: what the batch costs beside the slowest \
            answer, what the run costs after it, and what a second run costs when nothing has changed; each on as many \
            hosts, and with ten large feeds on each host, four of which it answers at once.
            """)

    @Option(
        name: .long, help: "How many feeds the batches have: one number, or several as in 50,500,2000 (default: 50).",
        transform: BatchSizes.read)
    var sources = [50]

    @Flag(name: .long, help: "Print one JSON document in place of the tables.")
    var json = false

    /// With more, one after the other takes longer than anybody watches.
    private static let mostInContest = 100

    func run() async throws {
        let batches = sources.filter { $0 <= Self.mostInContest }
        let contests =
            [Contest(name: "three-provider digest", catalogue: .digest)]
            + batches.map { Contest(name: "batch of \($0)", catalogue: .bench(count: $0)) }
        var results: [Contest.Result] = []
        for contest in contests {
            note("measuring the \(contest.name) …")
            results.append(try await contest.run(now: Date()))
        }
        var fanOuts: [FanOut.Result] = []
        for count in sources {
            for sharing in [nil, FanOut.Sharing.ten(of: count)] {
                note("measuring whole runs over \(count) feeds\(sharing == nil ? "" : ", ten a host") …")
                fanOuts.append(try await FanOut(count: count, sharing: sharing).run(now: Date()))
            }
        }
        let tables = results.map(\.table) + [FanOut.table(fanOuts)]
        Console.say(json ? BenchDocument(results, fanOuts).text : tables.joined(separator: "\n\n"))
    }

    private func note(_ text: String) {
        if !json { Console.note(text) }
    }
}

/// How many feeds each batch of a bench has.
enum BatchSizes {
    private static let most = 5000

    /// - Throws: `ValidationError` for anything but numbers from 1 to 5000 with commas between them.
    static func read(_ text: String) throws -> [Int] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { number in
            guard let size = Int(number), (1...most).contains(size) else {
                throw ValidationError("--sources takes numbers from 1 to \(most), with commas between them.")
            }
            return size
        }
    }
}
