package import Fetching
import Files
package import Foundation
package import NewsModel
package import Settings
import Subscriptions

/// Reads the lists of feeds that a configuration names by their addresses, and keeps copies of them beside the state: a
/// list that can't be had tonight is that of the last run.
package struct ListRefresh {
    private let engine: EngineClient

    /// - Throws: ``RunFailure`` where the certificate authorities can't be used.
    package init(settings: Settings, now: Date) throws(RunFailure) {
        engine = try EngineClient(settings: settings, now: now)
    }

    /// Gets all lists at once, within the time of one request each, and keeps them.
    ///
    /// - Parameter date: of the edition that they are read for.
    /// - Returns: one for each that could not be had or kept; those that were said on an earlier date are said again on the
    ///   third, and once a week after that.
    package func run(on date: EditionDate) async -> [HealthNotice] {
        await each { list, document in
            let failure = document.reason ?? Self.keep(document.bytes, of: list)
            guard let failure else {
                FailureRow.end(of: list)
                return nil
            }
            var notice = HealthNotice(Self.sentence(list, failure), sources: [])
            notice.isKnown = !FailureRow.isDue(of: list, on: date)
            return notice
        }
    }

    /// Gets all lists at once, and keeps none: for whoever must not write to the state.
    /// - Returns: the bytes of those that could be had, by their addresses, and a notice for each that could not.
    package func gather() async -> (lists: [String: [UInt8]], notices: [HealthNotice]) {
        let found = await each { list, document in (list, document) }
        let read = found.filter { $0.1.reason == nil }.map { ($0.0.url, $0.1.bytes) }
        let notices = found.compactMap { list, document in
            document.reason.map { HealthNotice(Self.sentence(list, $0), sources: []) }
        }
        return (Dictionary(read) { first, _ in first }, notices)
    }

    /// Keeps the lists that were recorded instead, as the run did that recorded them.
    /// - Returns: what that said of them, and one for each that can't be kept, or not as a whole.
    package static func replay(_ record: RecordSet, of settings: Settings) -> [HealthNotice] {
        let recorded = record.description(with: settings.namedSecrets)
        let unknown = record.irreversible
        let lists = Dictionary(recorded.lists.map { ($0.url, $0.bytes) }) { first, _ in first }
        let notices =
            record.isSharedOut ? judged(recorded.notices, of: settings.lists, on: recorded.edition) : recorded.notices
        return notices
            + settings.lists.flatMap { list in
                // A run keeps what it could read.
                let found = lists[list.url].flatMap { RecordedList($0, unknown: unknown) }
                let failure = found?.bytes.flatMap { keep($0, of: list) }.map { sentence(list, $0) }
                return [failure, found.flatMap { leftOut($0.leftOut, of: list) }].compactMap(\.self)
                    .map { HealthNotice($0, sources: []) }
            }
    }

    /// What to say of so many feeds that can't be asked.
    private static func leftOut(_ count: Int, of list: RemoteList) -> String? {
        guard count > 0 else { return nil }
        return
            "Of the list \(Redactor.publishing(list.url)) \(count) feeds are left out: the record has their addresses without "
            + "secrets, and nobody here knows these; name the feeds in the configuration, or run once without --replay."
    }

    /// What workers said of lists, who don't know what was said on earlier dates.
    private static func judged(
        _ notices: [HealthNotice], of lists: [RemoteList], on edition: String
    ) -> [HealthNotice] {
        guard let date = EditionDate(edition) else { return notices }
        var notices = notices
        for list in lists {
            let indices = notices.indices.filter { notices[$0].text.hasPrefix(start(of: list)) }
            if indices.isEmpty {
                FailureRow.end(of: list)
            } else {
                let isKnown = !FailureRow.isDue(of: list, on: date)
                for index in indices { notices[index].isKnown = isKnown }
            }
        }
        return notices
    }

    /// Gets all lists at once, and keeps none.
    /// - Returns: a sentence for each that can't be had.
    package func probe() async -> [String] {
        await each { list, document in document.reason.map { Self.sentence(list, $0) } }
    }

    /// What came of a list: its bytes, or why there are none.
    private struct Document {
        var bytes: [UInt8] = []
        var reason: String?
    }

    /// In the order of the configuration.
    private func each<Value: Sendable>(
        _ judge: @escaping @Sendable (RemoteList, Document) -> Value?
    ) async -> [Value] {
        let fetcher = engine.documents()
        let lists = engine.settings.lists
        let values = await withTaskGroup(of: (Int, Value?).self) { group in
            for (index, list) in lists.enumerated() {
                group.addTask { (index, judge(list, await Self.document(of: list, by: fetcher))) }
            }
            var values = [Value?](repeating: nil, count: lists.count)
            for await (index, value) in group { values[index] = value }
            return values.compactMap(\.self)
        }
        engine.close()
        return values
    }

    private static func document(of list: RemoteList, by fetcher: DocumentFetcher) async -> Document {
        let bytes: [UInt8]
        do throws(FetchFailure) {
            bytes = try await fetcher.document(
                at: list.url, accept: "text/x-opml, application/xml;q=0.9, */*;q=0.5"
            ).bytes
        } catch {
            return Document(reason: error.summary)
        }
        do throws(ListError) {
            _ = try SubscriptionReader.read(bytes)
            return Document(bytes: bytes)
        } catch {
            return Document(reason: "what is there \(error.description)")
        }
    }

    /// - Returns: why it can't be kept; `nil` where it is.
    private static func keep(_ bytes: [UInt8], of list: RemoteList) -> String? {
        let data = Data(bytes)
        if (try? Data(contentsOf: URL(filePath: list.file))) == data { return nil }  // none differs from any
        do {
            try list.write(data, to: list.file)
            return nil
        } catch {
            return "its copy can't be kept at \(list.file)"
        }
    }

    private static func sentence(_ list: RemoteList, _ reason: String) -> String {
        let rest =
            FileManager.default.fileExists(atPath: list.file) ? "its last copy is used" : "none of its sources is asked"
        return "\(start(of: list))\(Redactor.publishing(reason))): \(rest)."
    }

    private static func start(of list: RemoteList) -> String {
        "The list \(Redactor.publishing(list.url)) can't be read ("
    }
}

/// The dates in a row on which a list could not be had, in a file beside its copy. A row that can't be written down is said
/// every night.
private enum FailureRow {
    private static func file(of list: RemoteList) -> String { list.file + ".failed" }

    static func end(of list: RemoteList) {
        try? FileManager.default.removeItem(atPath: file(of: list))  // mostly there is none
    }

    /// Adds a date to the row. Returns whether it is one to say so: the first, the third, and the first of each week after.
    static func isDue(of list: RemoteList, on date: EditionDate) -> Bool {
        let text = (try? String(contentsOfFile: file(of: list), encoding: .utf8)) ?? ""  // a row begins
        var dates = text.split(separator: "\n").compactMap { EditionDate(String($0)) }
        guard !dates.contains(date) else { return false }
        dates.append(date)
        let lines = dates.suffix(mostDates).map { "\($0)\n" }.joined()
        guard (try? list.write(Data(lines.utf8), to: file(of: list))) != nil else {
            return true
        }
        let attention = Escalation.datesUntilAttention
        return dates.count == 1 || dates.count >= attention && (dates.count - attention).isMultiple(of: 7)
    }

    /// Fifty weeks and the three dates before them, so that what is left out changes nothing.
    private static let mostDates = 353
}

extension RemoteList {
    /// Writes a file into the folder of the copies, which is made where it is not there; nobody else may read either.
    fileprivate func write(_ data: Data, to path: String) throws {
        try FileManager.default.createDirectory(
            at: URL(filePath: file).deletingLastPathComponent(), withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        try FileReplacement.write(data, to: path, mode: 0o600)
    }
}
