import Crypto
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings
import WebText

/// Whose site the output holds: two projects that publish into one folder would each remove what the other made.
struct SiteOwnership {
    let request: RunRequest

    private var settings: Settings { request.settings }

    /// The project of this run: as the state knows it, which gets an id in its first run, that of the site where the
    /// site is this project's and the state was lost. Where a run goes elsewhere, the project's site is the configured one.
    ///
    /// - Throws: ``RunFailure`` where the output holds the site of another project, which nobody asked to take over.
    func owner(by transaction: RunTransaction) throws -> SiteOwner {
        if let id = try transaction.project() {
            try check(knowing: id)
            return owner(id)
        }
        let id: String
        if let own = settings.configuredOutput.flatMap(site(in:)).flatMap(id(resembling:)) {
            try check(knowing: own)
            id = own
        } else {
            id = try site.map(idWithoutState) ?? newID
        }
        try transaction.name(project: id)
        return owner(id)
    }

    /// - Throws: ``RunFailure`` where the output holds the site of another project than the one that a state knows, or that
    ///   the site resembles where the state knows none.
    func check(knowing id: String?) throws(RunFailure) {
        guard let site else { return }
        if let id { if site.id != id { try checkAdoption() } } else { _ = try idWithoutState(site) }
    }

    /// The id of a project that has lost its state, by a site that is its own; `nil` where that is another's.
    func id(resembling site: SiteOwner) -> String? { owner(site.id).resembles(site) ? site.id : nil }

    /// That of the site, or a new one for whoever takes over what another project made.
    private func idWithoutState(_ site: SiteOwner) throws(RunFailure) -> String {
        if let id = id(resembling: site) { return id }
        try checkAdoption()
        return newID
    }

    private func checkAdoption() throws(RunFailure) {
        guard !request.adopts else { return }
        throw .cannot(
            "“\(URL(filePath: settings.output).relativePath)” holds the site of another project; name another folder with "
                + "`output` or -o, or take that site over with --adopt.")
    }

    /// Whose the output says it is. The site of a demo is nobody's.
    private var site: SiteOwner? { site(in: settings.output) }

    private func site(in output: String) -> SiteOwner? {
        guard let manifest = Manifest.read(in: URL(filePath: output)), manifest.maker == request.maker else {
            return nil
        }
        return manifest.owner
    }

    private func owner(_ id: String) -> SiteOwner {
        var owner = SiteOwner(
            id: id, title: settings.site.title, url: settings.site.url, sources: settings.sources.map(\.id.rawValue))
        owner.identifierBase = settings.publicIdentifierBase
        return owner
    }

    /// Told by the instant of the first run and by what the project asks and makes, so that the same run gives the same.
    private var newID: String {
        var hash = SHA256()
        let instant = String(Int64((request.now.timeIntervalSince1970 * 1000).rounded()))
        let ids = settings.sources.map(\.id.rawValue).sorted()
        for text in [instant, settings.site.title, settings.site.url ?? ""] + ids {
            hash.update(data: Array("\(text.utf8.count) \(text)".utf8))
        }
        return Hex.text(hash.finalize().prefix(8))
    }
}
