import NewsModel
import OrderedCollections
import Parallelism

/// Joins the documents of one night to stories, and notes what was not believed.
///
/// The rule: evidence that a source gives moves its own documents. Two groups that hold documents of others are joined only
/// where those have words in common without it. Documents under one address are compared as one (``AddressGroups``); the
/// sources that tell too much come last, when the groups of the others stand (``ComparedDocuments``).
struct EvidenceClustering {
    /// In the order of time.
    private let documents: [Document]
    private let sources: [Int]
    private let compared: ComparedDocuments
    private let articles: AddressGroups
    private let headlines: [Headline]
    private let columns: RecurringColumns
    private let titleOverlap: TitleOverlap
    private var merger: Merger
    /// What joins the group of another document in the end: its words count for none of the others.
    private var attachments: [Bond] = []
    /// The places of those documents.
    private var silent: Set<Int> = []
    /// The places of those of them that only link to another.
    private var followsByLink: Set<Int> = []
    /// The places of those whose word would have moved stories of others.
    private var attempts: Set<Int> = []

    /// - Parameter documents: in the order of time.
    init(_ documents: [Document]) {
        self.documents = documents
        let compared = ComparedDocuments(documents)
        self.compared = compared
        sources = SourceNumbers.of(documents.map(\.source))
        let (articles, titles) = Parallel.both({ AddressGroups(documents, crowded: compared.crowded) }) {
            Self.read(documents, compared)
        }
        self.articles = articles
        (headlines, columns) = titles
        titleOverlap = TitleOverlap(articles.heads.map { titles.0[$0] })
        merger = Merger(hours: documents.indices.map { articles.hours(of: $0, documents) })
    }

    /// The titles taken apart. Words are kept of those alone that are compared: those of all take far more published than
    /// the titles themselves.
    private static func read(_ documents: [Document], _ compared: ComparedDocuments) -> ([Headline], RecurringColumns) {
        var isCompared = [Bool](repeating: false, count: documents.count)
        for place in compared.first + compared.later { isCompared[place] = true }
        let titles = Parallel.map(documents.count, inPiecesOf: Parallel.pieceSize) { [isCompared] place in
            let headline = Headline(documents[place])
            return (isCompared[place] ? headline : headline.withoutWords, RecurringColumns.Title(headline))
        }
        return (titles.map(\.0), RecurringColumns(documents, titles: titles.map(\.1)))
    }

    // MARK: What was told as one story before

    /// Joins what was told as one story before.
    mutating func join(told groups: [[Int]]) {
        for group in groups {
            let places = OrderedSet(group.filter { !isStranger($0) }.map { articles.headOf[$0] }).sorted()
            var heads: [Int] = []
            for place in places where !heads.contains(where: { merger.join($0, place, by: .toldTogether) }) {
                heads.append(place)
            }
        }
    }

    /// Whether a document only shares an address with its article, which another source owns, and tells something else.
    private func isStranger(_ document: Int) -> Bool {
        let head = articles.headOf[document]
        return head != document && documents[document].claim == .others && documents[head].claim == .own
            && !overlap(document, head)
    }

    // MARK: Evidence

    /// Joins what has a title, a link or words in common, by the given weights.
    mutating func join(by weights: SimilarityWeights) {
        let likeness = TextSimilarity(documents, headlines: headlines, columns: columns, weights: weights)
        let first = compared.first.filter(isHead)
        joinTheSame(first)
        likeness.join(first.filter { !silent.contains($0) }, in: &merger)
        guard compared.first.count < documents.count else { return }
        merger.settle(first)
        joinTheSame(articles.heads)
        let later = compared.later.filter { isHead($0) && !silent.contains($0) }
        likeness.join(later, toGroupsOf: first.filter { !silent.contains($0) }, in: &merger)
    }

    private func isHead(_ place: Int) -> Bool { articles.headOf[place] == place }

    private mutating func joinTheSame(_ heads: [Int]) {
        joinByTitle(heads)
        joinByLink(Addresses(of: documents, at: heads))
    }

    /// Joins documents with one title. A source counts once for each.
    private mutating func joinByTitle(_ places: [Int]) {
        let byTitle = OrderedDictionary(grouping: places) { columns.titleEvidence(of: $0) }
        for (title, members) in byTitle where title != nil && members.count > 1 {
            var heads: [Int] = []
            var first: [Int: Int] = [:]
            for place in inOrderOfNearness(members) where !silent.contains(place) {
                let source = sources[place]
                if let mate = first[source], isAlone(place), merger.fits(merger.root(of: mate), merger.root(of: place))
                {
                    attach(place, to: mate, by: .sameTitle)
                } else {
                    first[source] = place
                    joinFirst(of: &heads, place, by: .sameTitle)
                }
            }
        }
    }

    /// The documents as they came, or those in the middle first where they lie too far apart in time for one story: a
    /// date that somebody gives far from the others' must not part these.
    private func inOrderOfNearness(_ members: [Int]) -> [Int] {
        let all = members.reduce(HourRange(nil)) { $0.joined(merger.hours(of: merger.root(of: $1))) }
        guard !all.isShort else { return members }
        var seen: Set<Int> = []
        let hours = members.filter { seen.insert(sources[$0]).inserted }.compactMap { documents[$0].hours }.sorted()
        guard !hours.isEmpty else { return members }
        let middle = hours[hours.count / 2]
        let distances = members.map { place in documents[place].hours.map { abs($0 - middle) } ?? 0 }
        return members.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { members[$0] }
    }

    /// Joins a document to the first of some that it may join, or adds it to them.
    private mutating func joinFirst(of heads: inout [Int], _ place: Int, by evidence: Evidence) {
        for head in heads where join(head, place, by: evidence) { return }
        if heads.count < Self.mostHeads { heads.append(place) }
    }

    /// Equal titles that may not be one story for so many reasons are evidence of nothing.
    private static let mostHeads = 8

    /// Joins documents that link to one article, to it or to one another.
    private mutating func joinByLink(_ addresses: Addresses) {
        for (link, linkers) in addresses.sharedLinks {
            if let article = addresses.places[link]?.first {
                for linker in linkers where linker != article { follow(linker, to: article, by: .sameLink(link)) }
            } else {
                var heads: [Int] = []
                for linker in linkers where !silent.contains(linker) {
                    joinFirst(of: &heads, linker, by: .sameLink(link))
                }
            }
        }
    }

    /// Only who links says that both are one: it comes to the article, and takes along no others.
    private mutating func follow(_ linker: Int, to article: Int, by evidence: Evidence) {
        guard !silent.contains(linker) else { return }
        guard merger.root(of: linker) != merger.root(of: article) else {
            // They were told together before, or have more in common than the link.
            if !overlap(linker, article) { followsByLink.insert(linker) }
            return
        }
        guard merger.fits(merger.root(of: linker), merger.root(of: article)) else { return }
        let source = sources[linker]
        if others(than: source, with: linker).isEmpty {
            attach(linker, to: article, by: evidence)
            if silent.contains(linker) { followsByLink.insert(linker) }
        } else if isSupported(linker, article, without: source, share: 0.5) {
            merger.join(linker, article, by: evidence)
        } else {
            attempts.insert(linker)
        }
    }

    private mutating func attach(_ place: Int, to other: Int, by evidence: Evidence) {
        guard !silent.contains(other), silent.insert(place).inserted else { return }
        attachments.append(Bond(one: other, other: place, evidence: evidence))
    }

    private func isAlone(_ place: Int) -> Bool { merger.count(of: merger.root(of: place)) == 1 }

    // MARK: What is believed

    /// Joins two groups if they fit and need not take the word of one source alone for it.
    private mutating func join(_ one: Int, _ other: Int, by evidence: Evidence) -> Bool {
        guard merger.root(of: one) != merger.root(of: other) else { return true }
        guard [one, other].allSatisfy({ isSupported(one, other, without: sources[$0]) }) else { return false }
        return merger.join(one, other, by: evidence)
    }

    /// Whether two groups have something in common without what a source says; of a group that has nothing else it is
    /// the word that counts.
    private func isSupported(_ one: Int, _ other: Int, without source: Int, share: Double = 1.0 / 3) -> Bool {
        let (ones, others) = (others(than: source, with: one), others(than: source, with: other))
        guard !ones.isEmpty, !others.isEmpty else { return true }
        return ones.contains { one in others.contains { overlap(one, $0, share: share) } }
    }

    /// Whom to ask whether two groups have something in common.
    private static let mostAsked = 8

    private func others(than source: Int, with place: Int) -> [Int] {
        let members = merger.members(of: merger.root(of: place))
        return Array(members.lazy.filter { sources[$0] != source }.prefix(Self.mostAsked))
    }

    private func overlap(_ one: Int, _ other: Int, share: Double = 1.0 / 3) -> Bool {
        if columns.keepApart([one], [other]) { return false }
        // Some have none of their words any more.
        return titleOverlap.overlap(Headline(documents[one]), Headline(documents[other]), share: share)
    }

    /// Whether what follows another brings along nobody who has nothing to do with it: of several that were one before,
    /// the first to follow decides for all.
    private func mayFollow(_ bond: Bond) -> Bool {
        let source = sources[bond.other]
        return others(than: source, with: bond.other).isEmpty || isSupported(bond.one, bond.other, without: source)
    }

    // MARK: Result

    /// The groups, by the places that the documents had before they were put in order.
    mutating func result(_ order: [Int]) -> Clustering.Result {
        for bond in attachments where mayFollow(bond) { merger.join(bond.one, bond.other, by: bond.evidence) }
        let merged = merger.groups().filter { isHead($0.members[0]) }
        let aggregators = Aggregators(merged.map { $0.members.map { sources[$0] } }).sources
        let groups = Parallel.map(merged.count, inPiecesOf: Parallel.pieceSize) { [self] place in
            whole(merged[place], aggregators: aggregators)
        }
        let claims = falseClaims(among: groups.flatMap(\.strangers))
        let counts = Dictionary(grouping: attempts.union(claims), by: { documents[$0].source }).mapValues(\.count)
        return .init(groups: groups.map { $0.named(by: order) }, attempts: counts, crowded: compared.crowded)
    }

    /// The places of those documents under an address of another source's that have the title of a third one's story.
    private func falseClaims(among strangers: [Int]) -> [Int] {
        guard !strangers.isEmpty else { return [] }
        let titles = Dictionary(grouping: articles.heads) { columns.titleEvidence(of: $0) }
        return strangers.filter { place in
            guard let title = columns.titleEvidence(of: place), let heads = titles[title] else { return false }
            return heads.contains { sources[$0] != sources[place] && $0 != articles.headOf[place] }
        }
    }

    /// A group with what follows its articles, by places in order.
    private func whole(_ group: Merger.Group, aggregators: Set<Int>) -> Clustering.Group {
        var whole = Clustering.Group(members: group.members, bonds: group.bonds)
        for head in group.members {
            for follower in articles.followers[head] ?? [] {
                whole.members.append(follower)
                whole.bonds.append(Bond(one: head, other: follower, evidence: .sameAddress))
                if isCoverage(follower, of: head) { whole.coverage.insert(follower) }
                if isStranger(follower) { whole.strangers.insert(follower) }
            }
        }
        // Who only links to what is told leads none of those who tell it.
        let linkers = group.members.filter(followsByLink.contains)
        if linkers.count < group.members.count { whole.coverage.formUnion(linkers) }
        whole.members = LeadChoice.order(whole.members, coverage: whole.coverage, of: documents) {
            aggregators.contains(sources[$0])
        }
        return whole
    }

    /// Whether a document stands under an address that is another's: the owner's, or else not its own to lead with.
    private func isCoverage(_ follower: Int, of head: Int) -> Bool {
        let (one, other) = (documents[follower].claim, documents[head].claim)
        return switch other {
        case .own: one != .own
        // What stands at an address is better known to an API that has editors than to whoever gives it too.
        case .named: one != .named
        case .open: one == .others
        case .others: false
        }
    }
}

extension Clustering.Group {
    /// The same with other names for the places.
    fileprivate func named(by names: [Int]) -> Self {
        .init(
            members: members.map { names[$0] },
            bonds: bonds.map { Bond(one: names[$0.one], other: names[$0.other], evidence: $0.evidence) },
            coverage: Set(coverage.map { names[$0] }), strangers: Set(strangers.map { names[$0] }))
    }
}
