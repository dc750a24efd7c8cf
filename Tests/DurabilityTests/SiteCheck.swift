import CLibXML2
import Foundation
import NewsModel

/// What has to hold of a published site at every instant. What it finds wrong it says in sentences.
struct SiteCheck {
    let site: URL
    let tree: SiteTree

    init(_ site: URL) throws {
        self.site = site
        tree = try SiteTree(of: site)
    }

    /// Nothing where the site is whole: what is listed is there, every link within it leads somewhere, its front page
    /// shows one edition, and its feeds and documents are well-formed.
    func problems() -> [String] {
        missing() + brokenLinks() + mixedFrontPage() + malformed() + toldTwice()
    }

    private struct Listing: Decodable { var files: [String] }

    private func missing() -> [String] {
        guard let bytes = tree.files[".broadsheet.json"]?.bytes else { return ["there is no manifest"] }
        guard let listing = try? JSONDecoder().decode(Listing.self, from: bytes) else {
            return ["the manifest can't be read"]
        }
        // What a test put there as the user's own.
        let site = tree.files.keys.filter { !$0.hasPrefix("own/") }
        let unlisted = Set(site).subtracting(listing.files).subtracting([".broadsheet.json"])
        return listing.files.filter { tree.files[$0] == nil }.map { "\($0) is listed and not there" }
            + unlisted.sorted().map { "\($0) is there and not listed" }
    }

    private func brokenLinks() -> [String] {
        tree.files.keys.filter { $0.hasSuffix(".html") }.sorted().flatMap { page in
            Self.links(in: text(page)).compactMap { link in
                guard let target = Self.target(of: link, on: page), tree.files[target] == nil else { return nil }
                return "\(page) leads to \(link), which is not there"
            }
        }
    }

    private static func links(in page: String) -> [String] {
        Set(page.matches(of: /\s(?:href|src)="([^"]*)"/).map { String($0.output.1) }).sorted()
    }

    /// The path within the site that a link leads to; `nil` for one that leads out of it, or to a place on its page.
    private static func target(of link: String, on page: String) -> String? {
        guard !link.contains(":"), !link.hasPrefix("//"), !link.hasPrefix("#") else { return nil }
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.prefix(while: { $0 != "#" && $0 != "?" }).split(separator: "/") {
            switch part {
            case ".": break
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// The stories of the front page are those of one edition.
    private func mixedFrontPage() -> [String] {
        let shown = Set(Self.links(in: text("index.html")).filter { $0.contains(".example/") && $0.contains("-") })
        guard !shown.isEmpty else { return [] }
        let isOne = editions.values.contains { Set($0.map(\.url)) == shown }
        return isOne ? [] : ["the front page shows another selection than any edition"]
    }

    private func malformed() -> [String] {
        tree.files.keys.sorted().compactMap { path in
            let bytes = tree.files[path]?.bytes ?? Data()
            if path.hasSuffix(".json") {
                return (try? JSONSerialization.jsonObject(with: bytes)) == nil ? "\(path) is no JSON" : nil
            }
            guard path.hasSuffix(".xml") else { return nil }
            return Self.isWellFormed(bytes) ? nil : "\(path) is not well-formed"
        }
    }

    private static func isWellFormed(_ bytes: Data) -> Bool {
        let options = Int32(XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NONET.rawValue)
        let document = bytes.withUnsafeBytes { buffer in
            xmlReadMemory(buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil, options)
        }
        defer { xmlFreeDoc(document) }
        return document != nil
    }

    private func toldTwice() -> [String] {
        var dates: [String: [String]] = [:]
        for (date, stories) in editions {
            for story in stories { dates[story.url, default: []].append(date) }
        }
        let twice = dates.filter { $0.value.count > 1 }
        return twice.map { "\($0.key) is told \($0.value.count) times: \($0.value.sorted())" }.sorted()
    }

    // MARK: What it tells

    struct Story: Hashable, Decodable {
        var id: String
        var url: String
    }

    private struct Document: Decodable {
        struct Section: Decodable { var clusters: [Cluster] }
        struct Cluster: Decodable {
            var lead: Story
            var also: [Story]?
        }
        var edition: String
        var sections: [Section]
    }

    /// The stories of each date, by its `edition.json`; as often as they stand there.
    var editions: [String: [Story]] {
        let documents = tree.files.filter { $0.key.hasSuffix("/edition.json") }.values.compactMap { file in
            try? JSONDecoder().decode(Document.self, from: file.bytes)
        }
        return Dictionary(
            documents.map { document in
                (document.edition, document.sections.flatMap(\.clusters).flatMap { [$0.lead] + ($0.also ?? []) })
            }
        ) { $0 + $1 }
    }

    /// The ids of the entries of a feed, in order.
    func entries(of feed: String) -> [String] {
        text(feed).matches(of: /<entry>.*?<id>([^<]*)<\/id>/.dotMatchesNewlines()).map { String($0.output.1) }
    }

    private func text(_ path: String) -> String { String(decoding: tree.files[path]?.bytes ?? Data(), as: UTF8.self) }
}
