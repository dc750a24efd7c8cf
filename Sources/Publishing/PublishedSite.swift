import Files
package import Foundation
package import NewsModel

/// A site as it was published, in a folder or at an address, as far as a state can be restored from it.
package struct PublishedSite: Sendable {
    /// Gives the bytes of the file at a path below its root; `nil` where there is none.
    package typealias Reading = @Sendable (String) async throws -> Data?

    private let read: Reading

    /// - Parameter read: gives its files.
    package init(reading read: @escaping Reading) {
        self.read = read
    }

    /// A site in a folder; what can't be read there is as if it were not there.
    package init(in folder: URL) {
        read = { path in try? RegularFile.contents(of: folder.appending(path: path).path) }
    }

    /// What was found of a site.
    package struct Findings: Sendable {
        package var memory = PublishedMemory()
        /// The editions that it has and that can't be read back, with the reasons.
        package var unreadable: [EditionDate: String] = [:]

        package init() {}
    }

    /// How many files are read at once.
    private static let atOnce = 8

    /// Whose site it is; `nil` where it does not say so, and of the site of a demo, which is nobody's.
    package func owner() async throws -> SiteOwner? {
        let manifest = try await read(SitePaths.manifest).flatMap(Manifest.init)
        return manifest?.maker == .run ? manifest?.owner : nil
    }

    /// Why editions can't be read back, by their dates; none where it is no site of ours.
    package func unreadableEditions() async throws -> [EditionDate: String] {
        guard let published = try await editions() else { return [:] }
        return try await editions(of: published).unreadable
    }

    /// Its editions, with when they were made where that is known, oldest first; `nil` where it is no site of ours.
    package func editions() async throws -> [(date: EditionDate, generated: Date?)]? {
        let archive = try await read(SitePaths.archiveData).flatMap { try? ArchiveDocument.entries($0) }
        let manifest = try await read(SitePaths.manifest).flatMap(Manifest.init)
        guard archive != nil || manifest != nil else { return nil }
        // A run that was killed while it replaced file by file lists an edition before the archive does.
        let listed: [(EditionDate, Date?)] = (manifest?.editions ?? []).map { ($0, nil) }
        let known: [(EditionDate, Date?)] = (archive ?? []).map { ($0.date, $0.generated) }
        return Dictionary(known + listed) { first, _ in first }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether anything is published there: its archive or its list of files, readable or not.
    package func isPublished() async throws -> Bool {
        for path in [SitePaths.archiveData, SitePaths.manifest] where try await read(path) != nil { return true }
        return false
    }

    /// What it remembers and a state does not; `nil` where it is no site of ours.
    ///
    /// - Parameter archive: the editions that the state knows; those that the site has of a later making count as unknown.
    /// - Returns: these editions, why others can't be read back, and, where there are any or the state knows none at all,
    ///   what the site says of the past of its sources.
    /// - Throws: what reading its files throws.
    package func findings(unknownTo archive: [ArchiveEntry]) async throws -> Findings? {
        guard let published = try await editions() else { return nil }
        let known = Dictionary(archive.map { ($0.date, $0.generated) }) { first, _ in first }
        let unknown = published.filter { edition in
            guard let mine = known[edition.date] else { return true }
            return edition.generated.map { $0 > mine } ?? false
        }
        var findings = try await editions(of: unknown)
        if !findings.memory.editions.isEmpty || archive.isEmpty, let bytes = try await read(SitePaths.healthData) {
            // A report that can't be read is a past that is not known.
            findings.memory.sources = (try? HealthDocument.traces(bytes)) ?? []
            findings.memory.report = (try? HealthReader.report(bytes)).map {
                .init(generated: $0.generated, document: $0.stateDocument)
            }
        }
        return findings
    }

    private func editions(of published: [(date: EditionDate, generated: Date?)]) async throws -> Findings {
        var findings = Findings()
        var rest = published[...]
        while !rest.isEmpty {
            let read = try await withThrowingTaskGroup(of: (EditionDate, Result<Edition, DocumentError>?).self) {
                group in
                for (date, generated) in rest.prefix(Self.atOnce) {
                    group.addTask { (date, try await edition(of: date, isInArchive: generated != nil)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (date, result) in read {
                switch result {
                case .success(let edition): findings.memory.editions.append(edition)
                case .failure(let error): findings.unreadable[date] = error.description
                case nil: break
                }
            }
            rest = rest.dropFirst(Self.atOnce)
        }
        findings.memory.editions.sort { $0.date < $1.date }
        return findings
    }

    private func edition(of date: EditionDate, isInArchive: Bool) async throws -> Result<Edition, DocumentError>? {
        guard let bytes = try await read(SitePaths.data(of: date)) else {
            let hasPage = try await read(SitePaths.edition(date)) != nil
            // What a killed run listed and did not come to make is no edition.
            guard hasPage || isInArchive else { return nil }
            return .failure(DocumentError(hasPage ? "its edition.json is not there" : "its folder is not there"))
        }
        do throws(DocumentError) {
            let edition = try EditionReader.edition(bytes)
            guard edition.date == date else { throw DocumentError("its edition.json is that of \(edition.date)") }
            return .success(edition)
        } catch {
            return .failure(error)
        }
    }
}
