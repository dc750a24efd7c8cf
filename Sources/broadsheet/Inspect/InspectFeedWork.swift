import FeedParsing
import Foundation
import NewsModel
import Synchronization
import WebText

/// Reads files as feeds on all cores, and prints what it finds in the order of the files.
struct FeedInspection: Sendable {
    let files: [String]
    let url: String?
    let contentType: String?
    /// Whether only the totals are printed.
    let isQuiet: Bool

    /// What `--quiet` counts.
    struct Totals: Sendable {
        var files = 0
        var entries = 0
        var bytes = 0
        var errors = 0

        mutating func add(_ other: Totals) {
            files += other.files
            entries += other.entries
            bytes += other.bytes
            errors += other.errors
        }

        var line: String { #"{"files":\#(files),"entries":\#(entries),"bytes":\#(bytes),"errors":\#(errors)}"# }
    }

    func run() async -> Totals {
        let printer = OrderedPrinter()
        let queue = Queue(count: files.count)
        let workers = min(files.count, max(1, ProcessInfo.processInfo.activeProcessorCount))
        let totals = await withTaskGroup(of: Totals.self) { group in
            for _ in 0..<workers { group.addTask { work(queue, printer) } }
            return await group.reduce(into: Totals()) { $0.add($1) }
        }
        if isQuiet { printer.print(Array((totals.line + "\n").utf8)) }
        return totals
    }

    /// The files that no worker has taken yet.
    private final class Queue: Sendable {
        private let next = Atomic(0)
        private let count: Int

        init(count: Int) {
            self.count = count
        }

        func take() -> Int? {
            let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }
    }

    private func work(_ queue: Queue, _ printer: OrderedPrinter) -> Totals {
        var totals = Totals()
        while let index = queue.take() {
            let outcome = read(files[index], into: &totals)
            if !isQuiet { printer.print(line(files[index], outcome), at: index) }
        }
        return totals
    }

    private func read(_ file: String, into totals: inout Totals) -> Result<Feed, FileBytes.Failure> {
        totals.files += 1
        do {
            let bytes = try FileBytes.read(file)
            totals.bytes += bytes.count
            let feed = try FeedReader.read(bytes, url: url, contentType: contentType)
            totals.entries += feed.items.count
            return .success(feed)
        } catch let failure as FileBytes.Failure {
            totals.errors += 1
            return .failure(failure)
        } catch {
            totals.errors += 1
            return .failure(FileBytes.Failure(description: "\(error)"))
        }
    }

    private func line(_ file: String, _ outcome: Result<Feed, FileBytes.Failure>) -> [UInt8] {
        switch outcome {
        case .success(let feed):
            FeedRecord(file: file, feed: feed, reach: HostReach(ofSourceAt: url ?? "", allowsPrivate: true)).line
        case .failure(let failure): FeedRecord(file: file, error: failure.description).line
        }
    }
}
