import ArgumentParser
import FeedParsing
import Foundation
import NewsModel
import Parallelism
import Synchronization
import WebText

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// `broadsheet inspect feed`: what Broadsheet reads in a feed, one line of JSON for each file.
struct InspectFeed: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feed",
        abstract: "What Broadsheet reads in feeds, one line of JSON for each file.",
        discussion: """
            The exit code is 0 only if every file is a feed.

            Examples:
              broadsheet inspect feed feed.xml
              broadsheet inspect feed --quiet feeds/*.xml
            """
    )

    @Argument(help: ArgumentHelp("The files to read; - is standard input.", valueName: "file"))
    var files: [String]

    @Option(help: "The address that the feeds came from; relative links are relative to it.")
    var url: String?

    @Option(help: "The value of HTTP's Content-Type, of which the charset counts.")
    var contentType: String?

    @Flag(help: "Read everything and print one line of totals.")
    var quiet = false

    func run() async throws {
        let inspection = FeedInspection(files: files, url: url, contentType: contentType, isQuiet: quiet)
        let totals = await inspection.run()
        if totals.failure != 0 { throw CommandFailure.notWritten(totals.failure) }
        if totals.errors > 0 { throw ExitCode.failure }
    }
}

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
        /// Why the lines could not be written, as `errno`; 0 where they could.
        var failure: Int32 = 0

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
        var totals = await withTaskGroup(of: Totals.self) { group in
            for _ in 0..<workers { group.addTask { work(queue, printer) } }
            return await group.reduce(into: Totals()) { $0.add($1) }
        }
        if isQuiet { printer.print(Array((totals.line + "\n").utf8), at: 0) }
        totals.failure = printer.failure
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

/// Prints lines in the order of the files, whichever worker is done first.
///
/// A lock and not an actor: the workers are busy with parsing, and a line must not wait for one of them to be free.
final class OrderedPrinter: Sendable {
    private struct State {
        var next = 0
        var waiting: [Int: [UInt8]] = [:]
        var failure: Int32 = 0
    }

    private let state = Guarded(State())

    /// Why a line could not be written, as `errno`; 0 where all were.
    var failure: Int32 { state.withLock(\.failure) }

    /// Prints a line, which has its line feed, or keeps it until those before it have been printed.
    func print(_ line: [UInt8], at index: Int) {
        state.withLock { state in
            state.waiting[index] = line
            while let line = state.waiting.removeValue(forKey: state.next) {
                // What follows on a line that is missing would be taken for all that there is.
                if state.failure == 0 {
                    state.failure = StandardStreams.write(TerminalText.safe(line), to: STDOUT_FILENO)
                }
                state.next += 1
            }
        }
    }
}

/// The bytes of a file or of standard input.
enum FileBytes {
    /// Why a file cannot be read, in words for a person.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// More than any feed that is read, so that a device or a wrong file does no harm.
    private static let maxBytes = 1 << 30

    static func read(_ file: String) throws(Failure) -> [UInt8] {
        let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(file) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var status = stat()
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw Failure(description: "\(file) is a folder; name the files in it")
        }
        var bytes: [UInt8] = []
        let expected = min(expectedSize(of: descriptor), maxBytes)
        while bytes.count < maxBytes {
            // One byte more than is expected: if it stays away, the file is over.
            let size = bytes.count < expected ? expected - bytes.count + 1 : 1 << 16
            var count = 0
            let block = [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
                repeat { count = Glibc.read(descriptor, buffer.baseAddress, size) } while count < 0 && errno == EINTR
                used = max(count, 0)
            }
            guard count >= 0 else { throw failure(file) }
            if bytes.isEmpty { bytes = block } else { bytes += block }
            if count == 0 || expected > 0 && count < size { break }
        }
        return bytes
    }

    private static func failure(_ file: String) -> Failure {
        Failure(description: "\(file) cannot be read: \(String(cString: strerror(errno)))")
    }

    /// How much is left to read; 0 where nobody knows, as of a pipe.
    private static func expectedSize(of descriptor: Int32) -> Int {
        let here = lseek(descriptor, 0, SEEK_CUR)
        guard here >= 0 else { return 0 }
        let end = lseek(descriptor, 0, SEEK_END)
        lseek(descriptor, here, SEEK_SET)
        return max(0, Int(end - here))
    }
}
