import Benchmark
import FeedParsing

/// Reading feeds, beside what libxml2 alone costs over the same bytes: the ratio counts, not the seconds.
let benchmarks: @Sendable () -> Void = {
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock, .throughput, .peakMemoryResident], warmupIterations: 5, maxDuration: .seconds(4),
        maxIterations: 1000)
    for form in FeedForm.allCases {
        let document = form.document(entries: 400)
        Benchmark("\(form.rawValue): Broadsheet") { _ in
            blackHole(try FeedReader.read(document))
        }
        guard form.isMarkup else { continue }
        Benchmark("\(form.rawValue): libxml2, empty handlers") { _ in
            blackHole(BareParser.pass(over: document))
        }
        Benchmark("\(form.rawValue): libxml2, tree") { _ in
            blackHole(BareParser.tree(of: document))
        }
    }
}
