import NewsModel

/// Makes clusters of groups of documents: adds what stands under the same addresses, and chooses the leads.
struct ClusterAssembly {
    /// In the order of time.
    private let documents: [Document]
    /// Their sources, by number.
    private let sources: [Int]
    private let headlines: [Headline]
    /// That of the site; `nil` where unknown.
    private let language: Language?
    private let addresses: AddressGroups
    /// The indices of those that are in their groups by a link alone.
    private let followsByLink: Set<Int>
    /// The sources, by number, that pass on what others report.
    private let aggregators: Set<Int>
    private let separations: SeparationNotes

    init(
        _ documents: [Document], sources: [Int], headlines: [Headline], language: Language?, addresses: AddressGroups,
        followsByLink: Set<Int>, aggregators: Set<Int>, separations: SeparationNotes
    ) {
        self.documents = documents
        self.sources = sources
        self.headlines = headlines
        self.language = language
        self.addresses = addresses
        self.followsByLink = followsByLink
        self.aggregators = aggregators
        self.separations = separations
    }

    /// A group with what follows its representatives, and the indices of what is unrelated to them.
    func cluster(
        of group: Merger.Group, isUnrelated: (Int) -> Bool
    ) -> (cluster: CandidateCluster, unrelated: [Int]) {
        var (members, links) = (group.members, group.links)
        var (coverage, unrelated): (Set<Int>, [Int]) = ([], [])
        for representative in group.members {
            for follower in addresses.followers[representative] ?? [] {
                members.append(follower)
                links.append(EvidenceLink(one: representative, other: follower, evidence: .sameAddress))
                if isCoverage(follower, of: representative) { coverage.insert(follower) }
                if isUnrelated(follower) { unrelated.append(follower) }
            }
        }
        // What only links to a story leads none of its own documents.
        let linkers = group.members.filter(followsByLink.contains)
        if linkers.count < group.members.count { coverage.formUnion(linkers) }
        members = LeadChoice.order(
            members, coverage: coverage, of: documents, language: language, words: words,
            isAggregated: { aggregators.contains(sources[$0]) })
        let cluster = CandidateCluster(
            documents: members.map { documents[$0] }, links: links.map { $0.map { documents[$0] } },
            coverage: Set(coverage.map { documents[$0].story.id }),
            unrelated: Set(unrelated.map { documents[$0].story.id }),
            separations: separations.of(group.members))
        return (cluster, unrelated)
    }

    /// The words of a title; those that were not compared are split anew.
    private func words(of document: Int) -> [Word] {
        headlines[document].words.isEmpty ? documents[document].terms.titleWords : headlines[document].words
    }

    /// Whether a document stands under an address that is another's: the owner's, or else not its own to lead with.
    private func isCoverage(_ follower: Int, of representative: Int) -> Bool {
        let (one, other) = (documents[follower].claim, documents[representative].claim)
        return switch other {
        case .own: one != .own
        // An API that has editors knows better what stands at an address than other sources that give it.
        case .named: one != .named
        case .open: one == .others
        case .others: false
        }
    }
}
