import Foundation
import NewsModel

extension ConfigurationReader {
    /// Everything that the top level says, with defaults for the rest; `nil` where sources are missing.
    mutating func settings(_ top: Fields) -> Settings {
        var settings = Settings(
            site: sitePolicy(top), output: absolutePath("public"), state: absolutePath(".broadsheet/state.sqlite"),
            fetch: fetchPolicy(top), network: networkPolicy(top), edition: editionPolicy(top),
            ranking: rankingPolicy(top), sections: [], keepsState: .seconds(400 * 86_400), publishGuard: PublishGuard(),
            notify: notifyTargets(top), sources: [], secrets: [])
        set(&settings.output, to: Keys.output, in: top)
        set(&settings.state, to: Keys.state, in: top)
        set(&settings.templates, to: Keys.templates, in: top)
        set(&settings.notifyDeadline, to: Keys.notifyDeadline, in: top)
        set(&settings.failOn, to: Keys.failOn, in: top)
        checkPaths(settings, top)
        readKeep(top, &settings)
        readGuard(top, &settings)
        stateFile = settings.state
        settings.sources = sources(top)
        settings.lists = lists
        settings.sections = sectionRules(top, sources: settings.sources)
        settings.site.hubs = settings.notify.compactMap { target in
            // One that is asked with a key is not for readers: they could tell it what they like.
            if case .webSub(let hub) = target, isPublic(hub) { hub } else { nil }
        }
        settings.secrets = secrets
        settings.files = files
        checkFiles(settings, top)
        return settings
    }

    private func isPublic(_ address: String) -> Bool {
        PublishedAddress(of: address, besides: Redactor(secrets: secrets)).isWhole
    }

    /// The site is swapped in as a whole, so whatever else stands in its folder would be lost.
    private mutating func checkPaths(_ settings: Settings, _ top: Fields) {
        let output = settings.output == "/" ? "/" : settings.output + "/"
        if (directory + "/").hasPrefix(output) {
            report(
                "`output` would replace the folder that holds the configuration; "
                    + "name a folder of its own, such as public",
                at: top.valuePosition(of: "output"))
            return
        }
        for (name, path) in [("state", settings.state), ("templates", settings.templates ?? "")]
        where path.hasPrefix(output) {
            let position = top.valuePosition(of: top.has(name) ? name : "output")
            report("`\(name)` stands inside `output`, which is replaced as a whole; put it elsewhere", at: position)
        }
    }

    /// The state is written where it stands: nothing else may be lost to it.
    private mutating func checkFiles(_ settings: Settings, _ top: Fields) {
        let configuration = absolutePath(URL(filePath: file).lastPathComponent)
        let other = "name a file of its own, such as .broadsheet/state.sqlite"
        let position = top.valuePosition(of: "state")
        if settings.state == configuration {
            report("`state` is the configuration itself, which would be lost; \(other)", at: position)
        } else if files.contains(settings.state) || settings.state == settings.network.certificateAuthorityFile {
            report("`state` is a file that this configuration reads, which would be lost; \(other)", at: position)
        } else if isFolder(settings.state) {
            report("`state` is a folder; \(other)", at: position)
        }
    }

    private func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private mutating func readKeep(_ top: Fields, _ settings: inout Settings) {
        guard let keep = fields(of: Keys.keep, in: top) else { return }
        set(&settings.site.keepsEditions, to: KeepKeys.editions, in: keep)
        set(&settings.keepsState, to: KeepKeys.state, in: keep)
    }

    private mutating func readGuard(_ top: Fields, _ settings: inout Settings) {
        guard let limits = fields(of: Keys.publishGuard, in: top) else { return }
        set(&settings.publishGuard.minimumSources, to: GuardKeys.minSources, in: limits)
        set(&settings.publishGuard.minimumFresh, to: GuardKeys.minFresh, in: limits)
    }

    private mutating func sitePolicy(_ top: Fields) -> SitePolicy {
        var site = SitePolicy()
        set(&site.title, to: Keys.title, in: top)
        if let url = value(of: Keys.url, in: top) {
            site.url = siteAddress(url, called: "url", at: top.valuePosition(of: "url"))
        }
        set(&site.timeZone, to: Keys.timezone, in: top)
        set(&site.language, to: Keys.language, in: top)
        guard let pages = fields(of: Keys.pages, in: top) else { return site }
        set(&site.theme, to: PageKeys.theme, in: pages)
        set(&site.accent, to: PageKeys.accent, in: pages)
        set(&site.extraCSS, to: PageKeys.extraCSS, in: pages)
        set(&site.images, to: PageKeys.images, in: pages)
        set(&site.content, to: PageKeys.content, in: pages)
        set(&site.showsReasons, to: PageKeys.why, in: pages)
        set(&site.isIndexed, to: PageKeys.index, in: pages)
        set(&site.publishesSources, to: PageKeys.opml, in: pages)
        set(&site.health, to: PageKeys.health, in: pages)
        site.idBase = idBase(pages)
        return site
    }

    /// A former title, or a former address, which is read as `url` was.
    private mutating func idBase(_ pages: Fields) -> String? {
        guard let text = value(of: PageKeys.idBase, in: pages) else { return nil }
        guard text.contains("://") else { return text }
        let position = pages.valuePosition(of: "id-base")
        do {
            return siteAddress(try Address(text), called: "pages.id-base", at: position)
        } catch {
            let reason = error.advice.map { ": \($0)" } ?? ""
            report("`pages.id-base` is no address such as https://old.example/\(reason)", at: position)
            return nil
        }
    }

    /// The address of the site with one slash at its end, so that links can be appended to it.
    private mutating func siteAddress(
        _ address: Address, called name: String, at position: FilePosition
    ) -> String? {
        guard address.query == nil, address.fragment == nil, address.credentials == nil else {
            report(
                "`\(name)` is the address of a folder, without a user, `?` or `#`; write it as https://example.org/news/",
                at: position)
            return nil
        }
        return address.text.hasSuffix("/") ? address.text : address.text + "/"
    }
}
