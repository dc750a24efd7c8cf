import NewsModel
import OrderedCollections

/// Joins articles to stories by what identifies them, and notes what was not believed.
///
/// The rule: evidence that a source gives moves its own tellings. Two groups that hold tellings of others are joined only
/// where those have words in common without it.
struct Grouping {
    let compared: Comparison
    private var merger: Merger
    /// What joins the group of another telling in the end: its words count for none of the others.
    private var attachments: [Bond] = []
    /// The places of those tellings.
    private(set) var silent: Set<Int> = []
    /// The places, among all tellings, of those of them that only link to another.
    private var followsByLink: Set<Int> = []
    private var attempts: [String: Int] = [:]

    init(_ compared: Comparison) {
        self.compared = compared
        merger = Merger(hours: compared.tellings.indices.map(compared.hours))
    }

    /// Joins what was told as one story before.
    ///
    /// - Parameter groups: places among all tellings.
    mutating func join(told groups: [[Int]]) {
        for group in groups {
            let places = OrderedSet(group.filter { !isStranger($0) }.map(compared.place)).sorted()
            var heads: [Int] = []
            for place in places where !heads.contains(where: { merger.join($0, place, by: .toldTogether) }) {
                heads.append(place)
            }
        }
    }

    /// Whether a telling only shares an address with its article, which another source owns, and tells something else.
    private func isStranger(_ telling: Int) -> Bool {
        let head = compared.articles.headOf[telling]
        return head != telling && compared.all[telling].claim == .others && compared.all[head].claim == .own
            && !compared.areAkin(telling, head)
    }

    /// Joins tellings with one title. A source counts once for each.
    mutating func joinByTitle() {
        let byTitle = OrderedDictionary(grouping: compared.tellings.indices) { compared.columns.titleEvidence(of: $0) }
        for (title, members) in byTitle where title != nil && members.count > 1 {
            var heads: [Int] = []
            var first: [Int: Int] = [:]
            for place in inOrderOfNearness(members) {
                let source = compared.sources[place]
                if let mate = first[source], isAlone(place),
                    merger.fits(merger.root(of: mate), merger.root(of: place))
                {
                    attach(place, to: mate, by: .sameTitle)
                } else {
                    first[source] = place
                    joinFirst(of: &heads, place, by: .sameTitle)
                }
            }
        }
    }

    /// The tellings as they came, or those in the middle first where they lie too far apart in time for one story: a
    /// date that somebody gives far from the others' must not part these.
    private func inOrderOfNearness(_ members: [Int]) -> [Int] {
        let all = members.reduce(HourRange(nil)) { $0.joined(merger.hours(of: merger.root(of: $1))) }
        guard !all.isShort else { return members }
        var sources: Set<Int> = []
        let hours = members.filter { sources.insert(compared.sources[$0]).inserted }
            .compactMap { compared.tellings[$0].hours }.sorted()
        guard !hours.isEmpty else { return members }
        let middle = hours[hours.count / 2]
        let distances = members.map { place in compared.tellings[place].hours.map { abs($0 - middle) } ?? 0 }
        return members.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { members[$0] }
    }

    /// Joins a telling to the first of some that it may join, or adds it to them.
    private mutating func joinFirst(of heads: inout [Int], _ place: Int, by evidence: Evidence) {
        for head in heads.prefix(Self.mostHeads) where join(head, place, by: evidence) { return }
        heads.append(place)
    }

    /// Equal titles that may not be one story for so many reasons are evidence of nothing.
    private static let mostHeads = 8

    /// Joins tellings that link to one article, to it or to one another.
    mutating func joinByLink(_ addresses: Addresses) {
        for (link, members) in addresses.sharedLinks {
            let linkers = members.filter { compared.articles.headOf[$0] == $0 }.map(compared.place)
            if let article = addresses.places[link]?.first.map(compared.place) {
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
            if !compared.areComparedAkin(linker, article) { followsByLink.insert(compared.articles.heads[linker]) }
            return
        }
        let source = compared.sources[linker]
        if others(than: source, with: linker).isEmpty {
            attach(linker, to: article, by: evidence)
            if silent.contains(linker) { followsByLink.insert(compared.articles.heads[linker]) }
        } else if isSupported(linker, article, without: source) {
            merger.join(linker, article, by: evidence)
        } else {
            attempts[compared.tellings[linker].source, default: 0] += 1
        }
    }

    /// Joins tellings that are alike in words.
    mutating func joinByLikeness(_ weights: LikenessWeights) {
        Likeness.join(compared, silent: silent, weights: weights, in: &merger)
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
        for place in [one, other] where !isSupported(one, other, without: compared.sources[place]) {
            attempts[compared.tellings[place].source, default: 0] += 1
            return false
        }
        return merger.join(one, other, by: evidence)
    }

    /// Whether two groups have something in common without what a source says; of a group that has nothing else it is
    /// the word that counts.
    private func isSupported(_ one: Int, _ other: Int, without source: Int) -> Bool {
        let (ones, others) = (others(than: source, with: one), others(than: source, with: other))
        guard !ones.isEmpty, !others.isEmpty else { return true }
        return ones.prefix(Self.mostAsked).contains { one in
            others.prefix(Self.mostAsked).contains { compared.areComparedAkin(one, $0) }
        }
    }

    /// Whom to ask whether two groups have something in common.
    private static let mostAsked = 8

    private func others(than source: Int, with place: Int) -> [Int] {
        merger.members(of: merger.root(of: place)).filter { compared.sources[$0] != source }
    }

    // MARK: Result

    /// The groups, by the places that the tellings had before they were put in order.
    mutating func result(_ order: [Int]) -> Clustering.Result {
        for bond in attachments { merger.join(bond.one, bond.other, by: bond.evidence) }
        let merged = merger.groups()
        let sources = Echoes(merged.map { $0.members.map { compared.sources[$0] } }).sources
        let echoes = Set(
            compared.tellings.indices.filter { sources.contains(compared.sources[$0]) }.map {
                compared.articles.heads[$0]
            })
        let groups = merged.map { whole($0, echoes: echoes) }
        for place in groups.flatMap(\.strangers) {
            attempts[compared.all[place].source, default: 0] += 1
        }
        return .init(groups: groups.map { $0.named(by: order) }, attempts: attempts)
    }

    /// A group with what follows its articles, by places in order.
    private func whole(_ group: Merger.Group, echoes: Set<Int>) -> Clustering.Group {
        let heads = compared.articles.heads
        var whole = Clustering.Group(
            members: [],
            bonds: group.bonds.map { Bond(one: heads[$0.one], other: heads[$0.other], evidence: $0.evidence) })
        for head in group.members.map({ heads[$0] }) {
            whole.members.append(head)
            for follower in compared.articles.followers[head] ?? [] {
                whole.members.append(follower)
                whole.bonds.append(Bond(one: head, other: follower, evidence: .sameAddress))
                if isCoverage(follower, of: head) { whole.coverage.insert(follower) }
                if isStranger(follower) { whole.strangers.insert(follower) }
            }
            // Who only links to what is told leads none of those who tell it.
            if followsByLink.contains(head) || compared.all[head].isBorrowed { whole.coverage.insert(head) }
        }
        whole.members = LeadChoice.order(
            whole.members, coverage: whole.coverage, echoes: echoes, of: compared.all)
        return whole
    }

    /// Whether a telling stands under an address that is another's: the owner's, or else not its own to lead with.
    private func isCoverage(_ follower: Int, of head: Int) -> Bool {
        let (one, other) = (compared.all[follower].claim, compared.all[head].claim)
        return other == .own ? one != .own : one == .others && other != .others
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
