import Foundation
import NewsModel
import Newsroom
import Settings
import SiteServer

/// A rendering of the newest edition in a temporary folder, made from a copy of the state.
struct SiteRendering: Sendable {
    let folder: PreviewFolder
    let date: EditionDate
    /// The files and folders that decide what it looks like.
    let watched: [String]

    /// The folder of its site.
    var site: String { folder.settings.output }

    /// Renders what a configuration says now.
    /// - Throws: a ``CommandFailure`` with one sentence, or a line for each mistake.
    static func first(of file: String) async throws -> SiteRendering {
        let settings = try ConfigurationOptions.settings(in: file)
        do {
            let folder = try PreviewFolder(of: settings, in: FileManager.default.temporaryDirectory)
            do throws(RunFailure) {
                let date = try await render(folder.settings)
                let watched = [file] + [settings.templates].compactMap { $0 } + settings.files
                return SiteRendering(folder: folder, date: date, watched: watched)
            } catch {
                folder.remove()
                throw error
            }
        } catch let failure as RunFailure {
            throw CommandFailure(failure)
        }
    }

    /// - Returns: the date of the edition that was rendered.
    private static func render(_ settings: Settings) async throws(RunFailure) -> EditionDate {
        let now = Date()
        guard let newest = try EditionArchive(settings: settings, now: now).entries().first else {
            throw .cannot("No edition was built yet; `broadsheet run` builds the first.")
        }
        var request = RunRequest(
            settings: settings, now: newest.generated, date: newest.date, fetches: false, isForced: true,
            isElsewhere: true)
        request.allowsFuture = true
        request.repeatsHealth = true
        _ = try await Newsroom(request: request).run()
        return newest.date
    }

    func remove() {
        folder.remove()
    }
}

/// Renders anew whenever what decides the look has changed.
struct Watching: Sendable {
    let file: String
    let server: SiteServer
    let reload: PageReload

    private static let lookedEvery = Duration.milliseconds(400)

    /// Goes on until it is cancelled; the last rendering is removed then.
    func run(from first: SiteRendering) async {
        var rendering = first
        var seen = FileMarks(of: rendering.watched)
        while (try? await Task.sleep(for: Self.lookedEvery)) != nil {
            let now = FileMarks(of: rendering.watched)
            guard now != seen else { continue }
            seen = now
            do {
                let next = try await SiteRendering.first(of: file)
                server.serve(folder: next.site)
                reload.renew()
                rendering.remove()
                rendering = next
                seen = FileMarks(of: rendering.watched)
                Console.note("Rendered again.")
            } catch {
                Console.complain((error as? CommandFailure)?.sentence ?? "\(error)")
                Console.note("The rendering before is served until that is mended.")
            }
        }
        rendering.remove()
    }
}

/// What tells of files, and of all in folders, whether they have changed.
struct FileMarks: Equatable {
    private var marks: [String: String] = [:]

    /// More files are no templates.
    private static let mostFiles = 10_000

    init(of paths: [String]) {
        for path in paths {
            add(path)
            for name in (try? FileManager.default.subpathsOfDirectory(atPath: path))?.prefix(Self.mostFiles) ?? [] {
                add(path + "/" + name)
            }
        }
    }

    private mutating func add(_ path: String) {
        // One that is gone has no mark, which is a change too.
        guard let found = try? FileManager.default.attributesOfItem(atPath: path) else { return }
        let time = (found[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        marks[path] = "\(time) \(found[.size] ?? 0)"
    }
}
