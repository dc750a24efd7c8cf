import NewsModel

/// Chooses which document leads a cluster.
enum LeadChoice {
    /// The indices of some of the documents, in the order of their claim to lead; `words` gives those of a document's
    /// title, and `language` is that of the site, where it is known.
    ///
    /// Last comes what stands under another one's address, or only links to it (`coverage`). Then count, each where those
    /// before it tell nothing apart:
    /// 1. an address of its own before a link that redirects to it
    /// 2. the site's language before another
    /// 3. what is free before what the feed marks as for subscribers
    /// 4. own reporting before agency copy
    /// 5. a plain title before a question, a teaser or a live ticker
    /// 6. the weight of the source
    /// 7. what is no aggregator's
    /// 8. the length of the text, in steps
    /// 9. the earlier
    /// 10. address, source and id, so that the order never depends on that of the input
    ///
    /// Copies that join later change nothing, since they are no longer and come after.
    static func order(
        _ members: [Int], coverage: Set<Int>, of documents: [Document], language: Language? = nil,
        words: (Int) -> [Word], isAggregated: (Int) -> Bool
    ) -> [Int] {
        guard members.count > 1 else { return members }
        let claims = members.map { member in
            Claim(
                of: member, documents[member], in: language, words: words(member),
                isCoverage: coverage.contains(member), isAggregated: isAggregated(member))
        }
        return claims.sorted { one, other in
            one.order == other.order
                ? precedesByText(documents[one.member], documents[other.member]) : one.order < other.order
        }.map(\.member)
    }

    /// What speaks for and against a document as the lead, but for its text.
    private struct Claim {
        let member: Int
        private let drawbacks: Drawbacks
        private let weight: Double
        private let isAggregated: Bool

        init(
            of member: Int, _ document: Document, in language: Language?, words: [Word], isCoverage: Bool,
            isAggregated: Bool
        ) {
            self.member = member
            self.isAggregated = isAggregated
            weight = document.traits.weight
            var drawbacks: Drawbacks = []
            if isCoverage { drawbacks.insert(.coverage) }
            if document.isSentOn { drawbacks.insert(.sentOn) }
            if let language, isForeign(document, to: language, words: words) { drawbacks.insert(.foreign) }
            if PaywallMarks.mark(document.story.categories, title: document.title) { drawbacks.insert(.paid) }
            if document.terms.isAgencyCopy { drawbacks.insert(.agencyCopy) }
            if TeaserTitles.isTeaser(document.title, words: words) { drawbacks.insert(.teaser) }
            self.drawbacks = drawbacks
        }

        /// Less for what leads sooner.
        var order: (UInt8, Double, Int) { (drawbacks.rawValue, -weight, isAggregated ? 1 : 0) }
    }

    /// What keeps a document from leading where another has less of it: a greater one outweighs all that are smaller.
    private struct Drawbacks: OptionSet {
        let rawValue: UInt8

        static let teaser = Drawbacks(rawValue: 1)
        static let agencyCopy = Drawbacks(rawValue: 2)
        static let paid = Drawbacks(rawValue: 4)
        /// A text in another language is further away than one that costs something.
        static let foreign = Drawbacks(rawValue: 8)
        static let sentOn = Drawbacks(rawValue: 16)
        static let coverage = Drawbacks(rawValue: 32)
    }

    private static func isForeign(_ document: Document, to language: Language, words: [Word]) -> Bool {
        let tag = document.story.language
        let own = tag.map { Language(tag: $0) } ?? LanguageDetection.language(of: words)
        return own != language && (tag != nil || own != nil)
    }

    private static func precedesByText(_ one: Document, _ other: Document) -> Bool {
        let (first, second) = (one.terms.fullness, other.terms.fullness)
        return first != second ? first > second : Document.precedes(one, other)
    }
}

/// The sources that mostly repeat what several others have, or have many times as much as is usual.
///
/// Whichever one of the others is left out with what it alone has too, more than three quarters of what the first kind
/// has is found with the rest, and that is half of all: so papers that another one copies are none for that. What
/// an aggregator has is led by others, where the user gives both the same weight.
struct Aggregators {
    let sources: Set<Int>

    /// Finds them by the sources of each story, named once for each article.
    init(_ stories: [[Int]]) {
        var articles: [Int: Int] = [:]
        var shared: [Int: Int] = [:]
        /// By source: how many of its articles one other source alone has too.
        var alone: [Int: [Int: Int]] = [:]
        for story in stories {
            let publishers = Set(story)
            for source in story { articles[source, default: 0] += 1 }
            guard publishers.count > 1 else { continue }
            for source in story {
                shared[source, default: 0] += 1
                if publishers.count == 2, let other = publishers.first(where: { $0 != source }) {
                    alone[source, default: [:]][other, default: 0] += 1
                }
            }
        }
        let counts = articles.values.sorted()
        let many = max(Self.mostArticles, counts.isEmpty ? 0 : Self.timesUsual * counts[counts.count / 2])
        sources = Set(
            articles.compactMap { source, count in
                let most = alone[source]?.values.max() ?? 0
                let left = shared[source, default: 0] - most
                let mostlyRepeats = left * 2 > count && left * 4 > (count - most) * 3
                return count > many || count >= Self.leastArticles && mostlyRepeats ? source : nil
            })
    }

    /// A paper that fills the page of its own accord has fewer.
    private static let mostArticles = 100
    private static let timesUsual = 10
    /// Fewer show too little.
    private static let leastArticles = 6
}
