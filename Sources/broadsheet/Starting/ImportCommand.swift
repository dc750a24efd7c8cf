import ArgumentParser
import Foundation
import NewsModel
import Newsroom
import Settings
import Subscriptions

/// `broadsheet import`: the feeds of another program.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Add the feeds of a list from elsewhere to the configuration.",
        discussion: """
            Reads OPML (ill-formed ones too), osmosfeed.yaml, planet.ini of Venus and Pluto, kite_feeds.json, lists of \
            Miniflux and newsboat, and an address a line. Folders become sections; what is there already is left out; \
            comments and layout of the configuration stay. Addresses that were written wrongly are mended, and said.

            Examples:
              broadsheet import subscriptions.opml
              broadsheet import urls --section Blogs --probe
            """)

    @Argument(help: "The list, or - for standard input.")
    var file: String

    @Option(name: [.customShort("c"), .customLong("config")], help: "The configuration.")
    var config = "broadsheet.yml"

    @Option(name: .long, help: "The section of all of them, in place of their folders.")
    var section: String?

    @Flag(name: .long, help: "Ask each once, and name the dead, moved, empty and private ones.")
    var probe = false

    @Flag(name: .long, help: "Leave out those that do not answer; implies --probe.")
    var skipDead = false

    @Flag(name: [.customShort("n"), .long], help: "Say what would be added, and change nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "Name everything that was mended or left out.")
    var verbose = false

    func run() async throws {
        let configuration = try ConfigurationFile.opened(config)
        let list = try ListFile(file).read(besides: configuration.addresses)
        let remarks = ImportRemarks(file: file, showsAll: verbose)
        var subscriptions = list.subscriptions
        var left: [ListRemark] = []
        subscriptions.removeAll { subscription in
            guard let reason = ConfigurationFile.mistake(inAddress: subscription.address) else { return false }
            left.append(.leftOut(line: subscription.line, text: subscription.address, reason: reason))
            return true
        }
        remarks.sayAll(list.remarks + left)
        guard !subscriptions.isEmpty else {
            return try Console.say("\(file) brings nothing new; \(config) stays as it is.")
        }
        if probe || skipDead {
            let probe = ListProbe(
                settings: configuration.settings, leavesOutDead: skipDead,
                known: Set(configuration.addresses.map(MendedAddress.key)))
            subscriptions = try await probe.probed(subscriptions)
            guard !subscriptions.isEmpty else {
                return try Console.say("\(file) brings nothing that is new and answers; \(config) stays as it is.")
            }
        }
        let new = subscriptions.map { NewSource($0, section: section) }
        _ = try configuration.add(new, isDryRun: dryRun)
        try say(new, list)
    }

    private func say(_ new: [NewSource], _ list: SubscriptionList) throws {
        let sections = Set(new.map { $0.section ?? "News" }).count
        let sources = new.count.of("source")
        let where_ = sections.of("section")
        let verb = dryRun ? "would be added" : "added"
        try Console.say("\(sources) in \(where_) \(verb) to \(config), from \(file) (\(list.format.rawValue)).")
        let secret = new.filter(\.isPrivate)
        guard !secret.isEmpty else { return }
        let names = secret.prefix(5).map { $0.title ?? PublishedAddress.host(of: $0.address) ?? "?" }
        Console.complain(
            "\(secret.count == 1 ? "1 looks" : "\(secret.count) look") private (\(names.joined(separator: ", "))"
                + "\(secret.count > names.count ? ", …" : "")): marked `private: true`, so that nothing of "
                + "\(secret.count == 1 ? "its address" : "their addresses") is published.")
    }
}
