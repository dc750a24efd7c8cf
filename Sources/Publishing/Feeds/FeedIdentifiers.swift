import Crypto
import Foundation
import NewsModel
import WebText

/// The ids of the site's feeds and entries (`atom:id`), by which feed readers know them: never reused, never changed.
///
/// With `url:` they are that address and tag URIs (RFC 4151) of its host. Without it they are UUIDs made from the
/// site's title, so that a new title makes every entry new to its readers. `pages.id-base` stands in for either.
struct FeedIdentifiers: Sendable {
    private let base: String
    private let isAddress: Bool
    /// The host that tag URIs are minted under, and the path by which sites of one host differ.
    private let authority: (host: String, path: String)?

    init(_ site: SitePolicy) {
        base = site.identifierBase
        isAddress = site.idBase.map { $0.contains("://") } ?? (site.url != nil)
        authority = (isAddress ? WebAddress(link: base) : nil).flatMap { address in
            let host = address.host
            let path = address.reference.path
            // RFC 4151 §2.1: the authority is a DNS name.
            guard !host.isEmpty, host.utf8.allSatisfy({ SitePaths.isNameByte($0) || $0 == UInt8(ascii: ".") }) else {
                return nil
            }
            return (host, path.isEmpty ? "/" : String(path))
        }
    }

    /// A feed, by the path that it is published under.
    func feed(_ path: String) -> String {
        isAddress ? base + path : uuid("feed", path)
    }

    /// A story in an edition: it is a new entry where it returns in a later one.
    func entry(_ story: StoryID, in edition: EditionDate) -> String {
        name(edition, SitePaths.name(story.rawValue))
    }

    func edition(_ date: EditionDate) -> String {
        name(date, "edition")
    }

    /// A change of a source's state: the same for all runs of its date.
    func change(_ change: HealthChange) -> String {
        name(change.date, "health/\(SitePaths.name(change.source.rawValue))/\(change.kind.name)")
    }

    private func name(_ date: EditionDate, _ specific: String) -> String {
        guard let (host, path) = authority else { return uuid(date.description, specific) }
        return "tag:\(host),\(date):\(path)\(specific)"
    }

    /// A UUID of version 8 (RFC 9562 §5.8): the first 16 bytes of a SHA-256.
    private func uuid(_ parts: String...) -> String {
        let text = ([base] + parts).joined(separator: "\n")
        var bytes = Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        var digits = ""
        for (place, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(place) { digits += "-" }
            digits += Hex.text([byte])
        }
        return "urn:uuid:" + digits
    }
}
