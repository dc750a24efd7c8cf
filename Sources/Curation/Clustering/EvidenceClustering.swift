import NewsModel
import OrderedCollections
import Parallelism

/// Clusters the documents of one edition by evidence, and notes the evidence that is not believed.
///
/// The rule: evidence that a source gives moves its own documents. Two groups that hold documents of others are joined
/// only where those have words in common without it. Documents under one address are compared as one (``AddressGroups``);
/// the sources with too many documents come last, when the groups of the others stand (``ComparedDocuments``).
struct EvidenceClustering {
    /// In the order of time.
    private let documents: [Document]
    /// That of the site; `nil` where unknown.
    private let language: Language?
    /// Their sources, by number.
    private let sources: [Int]
    private let compared: ComparedDocuments
    private let addresses: AddressGroups
    private let headlines: [Headline]
    private let columns: RecurringColumns
    private let titleOverlap: TitleOverlap
    private var merger: Merger
    /// What joins the group of another document in the end: its words count for none of the others. Each is the `other`
    /// of its link.
    private var attachments: [EvidenceLink<Int>] = []
    /// The indices of those documents.
    private var attached: Set<Int> = []
    /// The indices of those of them that only link to another.
    private var followsByLink: Set<Int> = []
    /// The indices of those whose evidence would have moved stories of others.
    private var attempts: Set<Int> = []
    /// By document: the group that it would be in by titles and links alone, where some were published together; `nil`
    /// where none were.
    private var copies: [Int]?

    /// Documents in the order of time.
    init(_ documents: [Document], language: Language? = nil) {
        self.documents = documents
        self.language = language
        let compared = ComparedDocuments(documents)
        self.compared = compared
        sources = SourceNumbers.of(documents.map(\.source))
        let (addresses, titles) = Parallel.both({ AddressGroups(documents, crowded: compared.crowded) }) {
            Self.read(documents, compared)
        }
        self.addresses = addresses
        (headlines, columns) = titles
        titleOverlap = TitleOverlap(addresses.representatives.map { titles.0[$0] })
        merger = Merger(hours: documents.indices.map { addresses.hours(of: $0, documents) })
    }

    /// The titles as words. Words are kept of those alone that are compared: those of all take far more memory than the
    /// titles themselves.
    private static func read(
        _ documents: [Document], _ compared: ComparedDocuments
    ) -> ([Headline], RecurringColumns) {
        var isCompared = [Bool](repeating: false, count: documents.count)
        for index in compared.first + compared.later { isCompared[index] = true }
        let affixes = PublisherAffixes(documents)
        let titles = Parallel.map(documents.count, inPiecesOf: Parallel.pieceSize) { [isCompared] index in
            let headline = Headline(documents[index], affixes: affixes)
            return (isCompared[index] ? headline : headline.withoutWords, RecurringColumns.Title(headline))
        }
        return (titles.map(\.0), RecurringColumns(documents, titles: titles.map(\.1)))
    }

    /// Joins what was published as one cluster before.
    mutating func join(published groups: [[Int]]) {
        guard !groups.isEmpty else { return }
        var unpublished = self
        unpublished.joinTheSame(compared.first.filter(isRepresentative))
        copies = documents.indices.map { unpublished.merger.root(of: $0) }
        for group in groups {
            let members = Set(group.filter { !isUnrelated($0) }.map { addresses.representative[$0] }).sorted()
            var apart: [Int] = []
            for member in members where !apart.contains(where: { merger.join($0, member, by: .toldTogether) }) {
                apart.append(member)
            }
        }
    }

    /// Whether a document only shares an address with another, whose source owns that address, and is something else.
    private func isUnrelated(_ document: Int) -> Bool {
        let representative = addresses.representative[document]
        return representative != document && documents[document].claim == .others
            && documents[representative].claim == .own && !overlap(document, representative)
    }

    // MARK: Evidence

    /// Joins what has a title, a link or words in common, by the given weights.
    mutating func join(by weights: SimilarityWeights) {
        let similarity = TextSimilarity(
            documents: documents, headlines: headlines, columns: columns, weights: weights, copies: copies)
        let first = compared.first.filter(isRepresentative)
        joinTheSame(first)
        similarity.join(first.filter { !attached.contains($0) }, in: &merger)
        guard compared.first.count < documents.count else { return }
        merger.settle(first)
        joinTheSame(addresses.representatives)
        let later = compared.later.filter { isRepresentative($0) && !attached.contains($0) }
        similarity.join(later, toGroupsOf: first.filter { !attached.contains($0) }, in: &merger)
    }

    private func isRepresentative(_ index: Int) -> Bool { addresses.representative[index] == index }

    private mutating func joinTheSame(_ members: [Int]) {
        joinByTitle(members)
        joinByLink(members)
    }

    /// Joins documents with one title. A source counts once for each.
    private mutating func joinByTitle(_ candidates: [Int]) {
        let byTitle = OrderedDictionary(grouping: candidates) { columns.titleEvidence(of: $0) }
        for (title, members) in byTitle where title != nil && members.count > 1 {
            var apart: [Int] = []
            var first: [Int: Int] = [:]
            for index in byDistanceFromMedian(members) where !attached.contains(index) {
                let source = sources[index]
                if let mate = first[source], isAlone(index), merger.fits(merger.root(of: mate), merger.root(of: index)),
                    !columns.keepApart([mate], [index])
                {
                    attach(index, to: mate, by: .sameTitle)
                } else {
                    first[source] = index
                    joinFirst(of: &apart, index, by: .sameTitle)
                }
            }
        }
    }

    /// The documents in their order, or by their distance from the median date where they lie too far apart for one story:
    /// a date far from the others' must not part these.
    private func byDistanceFromMedian(_ members: [Int]) -> [Int] {
        let all = members.reduce(HourRange(nil)) { $0.joined(merger.hours(of: merger.root(of: $1))) }
        guard !all.isShort else { return members }
        var seen: Set<Int> = []
        let hours = members.filter { seen.insert(sources[$0]).inserted }.compactMap { documents[$0].hours }.sorted()
        guard !hours.isEmpty else { return members }
        let median = hours[hours.count / 2]
        let distances = members.map { index in documents[index].hours.map { abs($0 - median) } ?? 0 }
        return members.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { members[$0] }
    }

    /// Joins a document to the first of some that it may join, or adds it to them.
    private mutating func joinFirst(of apart: inout [Int], _ index: Int, by evidence: Evidence) {
        for other in apart where join(other, index, by: evidence) { return }
        if apart.count < Self.mostApart { apart.append(index) }
    }

    /// A title or a link that is shared by more groups which must stay apart is evidence of nothing.
    private static let mostApart = 8

    /// Joins documents that link to one article, to it or to one another.
    private mutating func joinByLink(_ candidates: [Int]) {
        let byKey = OrderedDictionary(grouping: candidates) { documents[$0].key }
        for (link, linkers) in OutgoingLinks.shared(by: documents, at: candidates, isAddress: { byKey[$0] != nil }) {
            if let article = byKey[link]?.first {
                for linker in linkers where linker != article { follow(linker, to: article, by: .sameLink(link)) }
            } else {
                var apart: [Int] = []
                for linker in linkers where !attached.contains(linker) {
                    joinFirst(of: &apart, linker, by: .sameLink(link))
                }
            }
        }
    }

    /// Joins a document to the article that it links to. The link is the linker's evidence alone, so it takes along no
    /// others of its group that have nothing in common with the article.
    private mutating func follow(_ linker: Int, to article: Int, by evidence: Evidence) {
        guard !attached.contains(linker) else { return }
        guard merger.root(of: linker) != merger.root(of: article) else {
            // They were published together before, or have more in common than the link.
            if !overlap(linker, article) { followsByLink.insert(linker) }
            return
        }
        guard merger.fits(merger.root(of: linker), merger.root(of: article)) else { return }
        let source = sources[linker]
        if others(than: source, with: linker).isEmpty {
            attach(linker, to: article, by: evidence)
            if attached.contains(linker) { followsByLink.insert(linker) }
        } else if isSupported(linker, article, without: source, share: 0.5) {
            merger.join(linker, article, by: evidence)
        } else {
            attempts.insert(linker)
        }
    }

    private mutating func attach(_ index: Int, to other: Int, by evidence: Evidence) {
        guard !attached.contains(other), attached.insert(index).inserted else { return }
        attachments.append(EvidenceLink(one: other, other: index, evidence: evidence))
    }

    private func isAlone(_ index: Int) -> Bool { merger.count(of: merger.root(of: index)) == 1 }

    // MARK: Support by other sources

    /// Joins two groups if they fit and have something in common without either one's source.
    private mutating func join(_ one: Int, _ other: Int, by evidence: Evidence) -> Bool {
        guard merger.root(of: one) != merger.root(of: other) else { return true }
        if case .sameTitle = evidence, columns.keepApart([one], [other]) { return false }
        guard [one, other].allSatisfy({ isSupported(one, other, without: sources[$0]) }) else { return false }
        return merger.join(one, other, by: evidence)
    }

    /// Whether the titles of two groups overlap without the documents of a source; a group that has no others is taken as
    /// it is.
    private func isSupported(_ one: Int, _ other: Int, without source: Int, share: Double = Self.usualShare) -> Bool {
        let (ones, others) = (others(than: source, with: one), others(than: source, with: other))
        guard !ones.isEmpty, !others.isEmpty else { return true }
        return ones.contains { one in others.contains { overlap(one, $0, share: share) } }
    }

    /// The part of the shorter title that both must have, where it is not for a link alone.
    private static let usualShare = 1.0 / 3

    /// How many documents of a group are compared with those of another.
    private static let mostAsked = 8

    private func others(than source: Int, with index: Int) -> [Int] {
        let members = merger.members(of: merger.root(of: index))
        return Array(members.lazy.filter { sources[$0] != source }.prefix(Self.mostAsked))
    }

    private func overlap(_ one: Int, _ other: Int, share: Double = Self.usualShare) -> Bool {
        if columns.keepApart([one], [other]) { return false }
        // The headlines at hand have no words where nothing was compared.
        return titleOverlap.overlap(Headline(documents[one]), Headline(documents[other]), share: share)
    }

    /// Whether an attached document brings along no documents of other sources that have nothing in common with what it
    /// joins.
    private func mayFollow(_ link: EvidenceLink<Int>) -> Bool {
        let source = sources[link.other]
        return others(than: source, with: link.other).isEmpty || isSupported(link.one, link.other, without: source)
    }

    // MARK: Result

    /// All clusters.
    mutating func result() -> Clustering.Result {
        for link in attachments where mayFollow(link) { merger.join(link.one, link.other, by: link.evidence) }
        let merged = merger.groups().filter { isRepresentative($0.members[0]) }
        let assembly = ClusterAssembly(
            documents, sources: sources, headlines: headlines, language: language, addresses: addresses,
            followsByLink: followsByLink,
            aggregators: Aggregators(merged.map { $0.members.map { sources[$0] } }).sources,
            separations: SeparationNotes(of: documents, in: merger))
        let clusters = Parallel.map(merged.count, inPiecesOf: Parallel.pieceSize) { [self] number in
            assembly.cluster(of: merged[number], isUnrelated: isUnrelated)
        }
        let claims = falseClaims(among: clusters.flatMap(\.unrelated))
        let counts = Dictionary(grouping: attempts.union(claims), by: { documents[$0].source }).mapValues(\.count)
        return .init(clusters: clusters.map(\.cluster), attempts: counts, crowded: compared.crowded)
    }

    /// The indices of those documents under an address of another source's that have the title of a third one's story.
    private func falseClaims(among unrelated: [Int]) -> [Int] {
        guard !unrelated.isEmpty else { return [] }
        let titles = Dictionary(grouping: addresses.representatives) { columns.titleEvidence(of: $0) }
        return unrelated.filter { index in
            guard let title = columns.titleEvidence(of: index), let others = titles[title] else { return false }
            return others.contains { sources[$0] != sources[index] && $0 != addresses.representative[index] }
        }
    }
}
