import ArgumentParser
import Discovery
import Foundation
import NewsModel
import Newsroom
import Settings
import Subscriptions
import WebText

/// `broadsheet add`: a feed, by its address or by that of a page.
struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add feeds to the configuration, by their addresses or by those of pages.",
        discussion: """
            Looks for the feed of a page: what the page names, what is known of the site (YouTube, GitHub, GitLab, \
            Reddit, Mastodon, Bluesky, Substack, WordPress, Medium and others), and where feeds usually are. Asks as a \
            run would, shows what the feed would bring, and writes it at the end of `sources`; comments and layout stay.

            Examples:
              broadsheet add https://example.org/blog/
              broadsheet add --section Video https://www.youtube.com/@example --dry-run
            """)

    @Argument(help: "Addresses of pages or feeds.")
    var addresses: [String]

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var config = "broadsheet.yml"

    @Option(name: .long, help: "The section that their stories stand in.")
    var section: String?

    @Option(name: .long, help: "What the source is called in place of its own title.")
    var title: String?

    @Flag(name: .long, help: "Publish nothing of the address.")
    var `private` = false

    @Flag(name: [.customShort("n"), .long], help: "Show what would be added, and change nothing.")
    var dryRun = false

    func validate() throws {
        if title != nil, addresses.count > 1 { throw ValidationError("--title names one source; add them one by one.") }
        for (flag, name) in [("--title", title), ("--section", section)] {
            guard let name else { continue }
            if name.allSatisfy(\.isWhitespace) {
                throw ValidationError("\(flag) is empty: say a name, or leave it out.")
            }
            if name.contains(where: \.isNewline) { throw ValidationError("\(flag) has more than one line.") }
        }
    }

    func run() async throws {
        let configuration = try ConfigurationFile.opened(config)
        let finder: FeedFinder
        do throws(RunFailure) {
            finder = try FeedFinder(settings: configuration.settings, now: Date())
        } catch {
            throw CommandFailure(error)
        }
        defer { finder.close() }
        var known = Set(configuration.addresses.map(MendedAddress.key))
        var new: [NewSource] = []
        var failures = 0
        for written in addresses {
            do throws(DiscoveryFailure) {
                let found = try await find(written, by: finder)
                guard known.insert(MendedAddress.key(of: found.address)).inserted else {
                    Console.complain("\(shown(found.address)) is in \(config) already.")
                    continue
                }
                try FoundFeed(found).say()
                var source = NewSource(feed: found.address, section: section, title: title)
                source.isPrivate = `private` || PrivateFeed.isLikely(found.address)
                new.append(source)
            } catch {
                failures += 1
                let name = written.isEmpty ? "An empty address" : shown(written)
                Console.complain("\(name) is not added: \(error.reason).")
            }
        }
        if !new.isEmpty { try write(new, to: configuration) }
        if failures > 0 { throw ExitCodes.failed }
    }

    private func find(_ written: String, by finder: FeedFinder) async throws(DiscoveryFailure) -> DiscoveredFeed {
        let mended: MendedAddress
        do throws(MendedAddress.Failure) {
            mended = try MendedAddress(written)
        } catch {
            throw DiscoveryFailure(reason: error.reason)
        }
        guard let address = WebAddress(mended.text) else { throw DiscoveryFailure(reason: "it is no address") }
        if let mistake = ConfigurationFile.mistake(inAddress: address.text) { throw DiscoveryFailure(reason: mistake) }
        var found = try await finder.feed(of: address)
        // Where it is the feed's own address, it stays in the spelling that it was given in.
        if found.way == .itself, found.movedFrom == nil { found.address = mended.text }
        return found
    }

    private func write(_ new: [NewSource], to configuration: ConfigurationFile) throws {
        _ = try configuration.add(new, isDryRun: dryRun)
        let sources = new.count.of("source")
        try Console.say(dryRun ? "\(sources) would be added to \(config)." : "\(sources) added to \(config).")
        for source in new where source.isPrivate && !`private` {
            Console.complain(
                "\(shown(source.address)) looks private: marked `private: true`, so that nothing of its address is "
                    + "published.")
        }
    }

    private func shown(_ address: String) -> String { Redactor.publishing(address) }
}

/// What a feed would bring, in a few lines.
private struct FoundFeed {
    let found: DiscoveredFeed

    init(_ found: DiscoveredFeed) { self.found = found }

    func say() throws(DiscoveryFailure) {
        let feed = found.feed
        let address = Redactor.publishing(found.address)
        let entries = feed.items.count.of("entry", "entries")
        let newest =
            feed.items.compactMap { $0.published ?? $0.updated }.max().map { ", the newest of \(day($0))" } ?? ""
        var lines = ["\(PlainText.name(feed.title ?? "A feed without a title")): \(entries)\(newest)"]
        lines.append("  \(address)\(way)")
        lines += feed.items.prefix(3).map { "  · \(PlainText.headline($0.title ?? $0.link ?? "without a title"))" }
        if let from = found.movedFrom { lines.append("  \(Redactor.publishing(from)) has moved there for good.") }
        if !found.others.isEmpty {
            let others = found.others.prefix(5).map { Redactor.publishing($0) }.joined(separator: ", ")
            lines.append("  The page names others as well: \(others)")
        }
        do throws(CommandFailure) {
            try Console.say(lines.joined(separator: "\n"))
        } catch {
            throw DiscoveryFailure(reason: error.sentence)
        }
    }

    private var way: String {
        switch found.way {
        case .itself: ""
        case .pattern: " (known of this site)"
        case .page: " (named by the page)"
        case .usualPath: " (where feeds usually are)"
        }
    }

    private func day(_ date: Date) -> String { EditionDate(date, in: .gmt).description }
}
