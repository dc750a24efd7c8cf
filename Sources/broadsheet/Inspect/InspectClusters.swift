import ArgumentParser
import Curation
import Foundation
import NewsModel
import Parallelism
import WebText

/// `inspect clusters`: which headlines of a table are the same story.
struct InspectClusters: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clusters",
        abstract: "Print which headlines are the same story.",
        discussion: """
            Reads a table of tab-separated columns with the header “id published url source title summary” and prints \
            “id<TAB>cluster” for every row, the cluster being the id of its lead.

            Examples:
              broadsheet inspect clusters stories.tsv
              broadsheet inspect clusters --clustering strict stories.tsv
            """
    )

    @Argument(help: "The table, in UTF-8; dates as in RFC 3339 or empty.")
    var file: String

    @Option(help: "How alike headlines must be: strict, normal, loose or off.")
    var clustering = "normal"

    @Flag(help: "Print below the answer, behind “#”, what looked alike and was kept apart, and by which words.")
    var why = false

    func validate() throws {
        guard RankingPolicy.Clustering(rawValue: clustering) != nil else {
            throw ValidationError("“\(clustering)” is no clustering; use strict, normal, loose or off.")
        }
    }

    func run() throws {
        let documents = try HeadlineTable(contentsOf: file).documents
        let policy = RankingPolicy.Clustering(rawValue: clustering) ?? .normal
        let clusters = Clustering.result(of: documents, policy: policy).clusters
        let leads = Dictionary(
            clusters.flatMap { cluster in cluster.documents.map { (ObjectIdentifier($0), cluster.documents[0]) } },
            uniquingKeysWith: { first, _ in first })
        let lines = documents.map { document in
            let lead = leads[ObjectIdentifier(document)] ?? document
            return "\(document.story.id.rawValue)\t\(lead.story.id.rawValue)"
        }
        let notes = why ? clusters.flatMap(Self.reasons) : []
        if !lines.isEmpty { try Console.say((lines + notes).joined(separator: "\n")) }
    }

    private static func reasons(_ cluster: CandidateCluster) -> [String] {
        cluster.reasons.map { "# \(cluster.documents[0].story.id.rawValue)\t\($0)" }
    }
}

/// Headlines in tab-separated columns.
struct HeadlineTable {
    private static let header = ["id", "published", "url", "source", "title", "summary"]
    let documents: [Document]

    /// Reads a table, many lines on each core.
    ///
    /// - Throws: a ``CommandFailure`` that names the first line which cannot be read.
    init(contentsOf path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw Self.failure("\(path) cannot be read; name a table of headlines.")
        }
        guard !bytes.isEmpty else { throw Self.failure("\(path) is empty; it must begin with a header.") }
        let lines = Array(bytes).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard Self.cells(lines[0]) == Self.header else {
            throw Self.failure("\(path):1: the header must be “\(Self.header.joined(separator: " "))”, tab-separated.")
        }
        let pieces = Parallel.pieces(of: lines.count - 1, size: Parallel.pieceSize) { rows in
            var reader = RowReader(path: path)
            return Result {
                try rows.filter { !lines[$0 + 1].isEmpty }.map {
                    try reader.document(of: Self.cells(lines[$0 + 1]), inLine: $0 + 2)
                }
            }
        }
        documents = try pieces.flatMap { try $0.get() }
    }

    private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    private static func failure(_ sentence: String) -> CommandFailure {
        CommandFailure(sentence: sentence, code: ExitCodes.usage)
    }

    /// Makes documents of rows.
    private struct RowReader {
        let path: String
        /// What titles from a host may end with, by host.
        private var namesByHost: [String: [String]] = [:]

        init(path: String) {
            self.path = path
        }

        mutating func document(of cells: [String], inLine line: Int) throws -> Document {
            guard cells.count == header.count else {
                throw failure("\(path):\(line): \(cells.count) columns, not \(header.count).")
            }
            let published = cells[1].isEmpty ? nil : Self.date(cells[1])
            guard published != nil || cells[1].isEmpty else {
                throw failure("\(path):\(line): “\(cells[1])” is no date such as 2026-03-12T05:00:00Z.")
            }
            let key = CanonicalURL.key(of: cells[2]) ?? cells[2]
            let host = CanonicalURL.host(ofKey: key)
            let source = SourceID(rawValue: cells[3])
            let story = Story(
                id: StoryID(rawValue: cells[0]), source: source, key: key, link: WebAddress(cells[2]), title: cells[4],
                published: published, firstSeen: published ?? .distantPast)
            return Document(
                story, traits: SourceTraits(id: source), published: published, names: [cells[3]] + names(ofHost: host),
                terms: DocumentTerms(title: cells[4], summary: cells[5]))
        }

        private mutating func names(ofHost host: String) -> [String] {
            if let names = namesByHost[host] { return names }
            let names = [host] + Document.label(ofHost: host)
            namesByHost[host] = names
            return names
        }

        /// RFC 3339. Foundation's parser would take most of the time that a table of ten thousand lines may take, so the
        /// usual form, in UTC and whole seconds, is read here.
        private static func date(_ text: String) -> Date? {
            let bytes = Array(text.utf8)
            let marks = [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":"), (19, "Z")]
            guard bytes.count == 20, marks.allSatisfy({ bytes[$0.0] == $0.1.utf8.first }) else {
                return (try? Date(text, strategy: .iso8601))
                    ?? (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
            }
            func number(_ range: Range<Int>) -> Int? { Int(String(decoding: bytes[range], as: UTF8.self)) }
            guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
                let hour = number(11..<13),
                let minute = number(14..<16), let second = number(17..<19), (1...12).contains(month),
                (1...31).contains(day), hour < 24, minute < 60, second < 61
            else { return nil }
            let days = CivilCalendar.day(year: year, month: month, day: day)
            return Date(timeIntervalSince1970: Double(((days * 24 + hour) * 60 + minute) * 60 + second))
        }
    }
}
