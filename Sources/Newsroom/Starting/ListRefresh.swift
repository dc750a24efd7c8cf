import Fetching
import Files
package import Foundation
import NewsModel
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

    /// Gets all lists at once, within the time of one request each.
    /// - Returns: a sentence for each that could not be had or kept.
    package func run() async -> [String] {
        let fetcher = engine.documents()
        let notes = await withTaskGroup(of: String?.self) { group in
            for list in engine.settings.lists {
                group.addTask { await Self.refresh(list, by: fetcher) }
            }
            var notes: [String] = []
            for await note in group { note.map { notes.append($0) } }
            return notes.sorted()
        }
        engine.close()
        return notes
    }

    private static func refresh(_ list: RemoteList, by fetcher: DocumentFetcher) async -> String? {
        do throws(FetchFailure) {
            let document = try await fetcher.document(
                at: list.url, accept: "text/x-opml, application/xml;q=0.9, */*;q=0.5")
            return keep(document.bytes, of: list)
        } catch {
            return note(list, error.summary)
        }
    }

    private static func keep(_ bytes: [UInt8], of list: RemoteList) -> String? {
        do throws(ListError) {
            _ = try SubscriptionReader.read(bytes)
        } catch {
            return note(list, "what is there \(error.description)")
        }
        let data = Data(bytes)
        if (try? Data(contentsOf: URL(filePath: list.file))) == data { return nil }  // none differs from any
        do {
            try FileManager.default.createDirectory(
                at: URL(filePath: list.file).deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try FileReplacement.write(data, to: list.file, mode: 0o600)
            return nil
        } catch {
            return note(list, "its copy can't be kept at \(list.file)")
        }
    }

    private static func note(_ list: RemoteList, _ reason: String) -> String {
        let rest =
            FileManager.default.fileExists(atPath: list.file) ? "its last copy is used" : "none of its sources is asked"
        return "The list \(Redactor.publishing(list.url)) can't be read (\(Redactor.publishing(reason))): \(rest)."
    }
}
