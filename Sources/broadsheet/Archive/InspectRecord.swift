import ArgumentParser
import Fetching
import Foundation
import NewsModel
import WebText

/// `broadsheet inspect warc`: what stands in the record of a night.
struct InspectRecord: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "warc", abstract: "List the sources of recorded nights: outcomes, requests and sizes.",
        discussion: """
            The exit code is 0 only if every file is a record; one that is cut off counts up to its cut.

            Examples:
              broadsheet inspect warc night.warc.gz
              broadsheet inspect warc records/*.warc.gz
            """)

    @Argument(help: ArgumentHelp("The records to read.", valueName: "file"))
    var files: [String]

    @Flag(name: .long, help: "Print a line of JSON for each source.")
    var json = false

    func run() throws {
        for (number, file) in files.enumerated() {
            do throws(RecordFailure) {
                let reader = try RecordReader(path: file, secrets: [], mostBodyBytes: 0, keepsBodies: false)
                if number > 0, !json { try say("") }
                try list(reader)
            } catch {
                throw CommandFailure(sentence: error.description, code: ExitCodes.failed)
            }
        }
    }

    private func list(_ reader: consuming RecordReader) throws(RecordFailure) {
        if !json { try say(Self.heading(reader.path, reader.description)) }
        var rows: [[String]] = []
        var bytes = 0
        while let source = try reader.next() {
            let row = RecordedRow(source)
            bytes += row.bytes
            if json { try say(row.json) } else { rows.append(row.cells) }
        }
        guard !json else { return }
        try say(TextTable(heading: RecordedRow.heading, rows: rows).text)
        let end = reader.elapsed.map { "the batch took \($0.label)" } ?? "it is cut off here"
        try say("\(rows.count) of \(reader.description.sources) sources, \(bytes) bytes of bodies; \(end).")
    }

    private func say(_ line: String) throws(RecordFailure) {
        do {
            try Console.say(line, as: json ? .json : .text)
        } catch {
            throw RecordFailure(error.sentence)
        }
    }

    private static func heading(_ path: String, _ description: RecordDescription) -> String {
        let shard = description.shard.map { ", shard \($0)" } ?? ""
        return "\(path): the edition of \(description.edition), \(RFC3339.precise(description.now))\(shard), by "
            + "\(Product.name) \(description.version)"
    }
}

/// One source of a record in a line.
private struct RecordedRow {
    let source: RecordedSource

    static let heading = ["source", "outcome", "requests", "bytes", "time", "what happened"]

    init(_ source: RecordedSource) { self.source = source }

    private var report: SourceReport { source.visit.report }

    /// Of all bodies that were recorded.
    var bytes: Int { source.exchanges.reduce(0) { $0 + ($1.response?.bodyBytes ?? 0) } }

    var cells: [String] {
        [
            report.source.rawValue, report.outcome.label, String(source.exchanges.count), String(bytes),
            report.times.total.label, [report.detail, report.advice].compactMap { $0 }.joined(separator: " → "),
        ]
    }

    var json: String {
        var writer = JSONWriter(indent: nil)
        writer.object { object in
            object.text("source", report.source.rawValue)
            object.text("outcome", report.outcome.rawValue)
            object.text("detail", orNull: report.detail)
            object.number("elapsed_ms", report.times.total.milliseconds)
            object.number("bytes", bytes)
            object.array("requests") { list in
                for exchange in source.exchanges {
                    list.object(nil) { one in
                        one.text("url", exchange.url)
                        one.number("status", orNull: exchange.response?.status)
                        one.number("bytes", exchange.response?.bodyBytes ?? 0)
                        one.bool("whole", exchange.response?.isWhole ?? false)
                    }
                }
            }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
