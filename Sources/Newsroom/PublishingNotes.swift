import NewsModel
import Publishing

/// What a person should know of what publishing did, in whole sentences.
enum PublishingNotes {
    /// What was left as it is, and what the site took the place of.
    static func sentences(on published: SitePublisher.Published) -> [String] {
        let mounted = published.mounted.map {
            "\($0) in the output belongs to another file system: it was left as it is, and the site was replaced file by "
                + "file around it."
        }
        return mounted + takeover(of: published.displaced)
    }

    private static func takeover(of paths: [String]) -> [String] {
        guard !paths.isEmpty else { return [] }
        let more = paths.count - mostNamed
        let names = paths.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        return ["--adopt put the site in the place of what Broadsheet had not made: \(names)."]
    }

    /// How many paths a sentence names.
    private static let mostNamed = 5

    /// That the editions of some dates stay until the next run.
    static func postponement(of dates: [EditionDate]) -> [String] {
        guard let first = dates.first, let last = dates.last else { return [] }
        return [
            "\(dates.count) editions (\(first) to \(last)) are too old for `keep.editions` all at once: they stay, in case the "
                + "clock has jumped, until the next run says the same."
        ]
    }

    /// Why there is no edition of a date.
    static func quietness(of edition: Edition, isFirst: Bool) -> String {
        let stories = edition.clusters.count
        let few =
            stories == 0 ? "nothing new came in" : "only \(stories) new came in, fewer than `min-stories` asks for"
        let front = isFirst ? "The front page says so." : "The last one stays in front."
        return "There is no edition of \(edition.date): \(few). \(front)"
    }
}
