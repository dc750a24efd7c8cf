import HeapModule
import NewsModel

/// Selects the clusters of an edition: the best first, within the caps, with variety.
struct Selection {
    /// In the order of their scores.
    private(set) var selected: [RankedCluster] = []
    private(set) var leftOut: [LeftOutDocument] = []

    /// In the order in which they stand where scores are equal.
    private let clusters: [RankedCluster]
    /// What was worked out for each of them already.
    private var states: [State]
    private let sectioning: Sectioning
    private let topics: Topics
    private var caps: Caps
    private var variety = Variety()

    private struct State {
        /// By the index of a document: the section in which it would lead.
        var sections: [Int: String] = [:]
        /// Of the first document's title.
        var topic: TopicVector?
        var comparison = Variety.Comparison()
    }

    /// Selects of clusters in any order. Those that are pinned are all selected, and count against the caps from the
    /// start; `topics` are those of all their titles.
    init(of clusters: [RankedCluster], policy: EditionPolicy, sectioning: Sectioning, topics: Topics) {
        caps = Caps(policy)
        self.clusters = clusters.filter { !$0.documents.isEmpty }.sorted { one, other in
            let (one, other) = (one.documents[0], other.documents[0])
            return one.dated != other.dated ? one.dated > other.dated : one.precedesByAddress(other)
        }
        states = Array(repeating: State(), count: self.clusters.count)
        self.sectioning = sectioning
        self.topics = topics
        for index in self.clusters.indices where self.clusters[index].isPinned {
            caps.count(self.clusters[index].documents[0], section: section(of: index, ledBy: 0))
        }
        select()
    }

    /// Greedily, from a queue ordered by the most that each score can still be: variety only ever lowers a score, so a
    /// cluster that still beats the next one's bound when it is measured anew is the best.
    private mutating func select() {
        var queue = Heap(clusters.indices.map { QueuedCluster(index: $0, bound: clusters[$0].score) })
        while var next = queue.popMax() {
            guard let lead = lead(of: next.index) else { continue }
            var cluster = clusters[next.index]
            cluster.section = section(of: next.index, ledBy: lead)
            cluster.lead(by: lead)
            let topic = topic(of: next.index)
            cluster.repetition = variety.repetition(
                of: cluster.documents[0], section: cluster.section, topic: topic,
                comparison: &states[next.index].comparison)
            if cluster.variedScore < next.bound {
                next.bound = cluster.variedScore
                queue.insert(next)
                continue
            }
            if !cluster.isPinned { caps.count(cluster.documents[0], section: cluster.section) }
            variety.add(cluster.documents[0], section: cluster.section, topic: topic)
            selected.append(cluster)
        }
    }

    /// The index of the first document that the caps admit as a lead; `nil` once the cluster is noted as left out.
    private mutating func lead(of index: Int) -> Int? {
        let cluster = clusters[index]
        if cluster.isPinned { return 0 }
        var first: Caps.Reached?
        for lead in cluster.documents.indices where cluster.mayBeLed(by: lead) {
            guard let reached = reached(by: index, ledBy: lead) else { return lead }
            first = first ?? reached
        }
        if let first {
            leftOut += cluster.leftOut(first.reason, detail: first.detail)
        } else {
            // Only the owner of its address could lead it, and the owner's own document was left out.
            leftOut += cluster.leftOut(.repeated, detail: "0", cause: cluster.documents[0].source)
        }
        return nil
    }

    private mutating func reached(by index: Int, ledBy lead: Int) -> Caps.Reached? {
        if let reached = caps.reached(by: clusters[index].documents[lead]) { return reached }
        return caps.reached(in: section(of: index, ledBy: lead))
    }

    private mutating func section(of index: Int, ledBy lead: Int) -> String {
        if let known = states[index].sections[lead] { return known }
        let document = clusters[index].documents[lead]
        let section = sectioning.section(of: document.story, traits: document.traits)
        states[index].sections[lead] = section
        return section
    }

    private mutating func topic(of index: Int) -> TopicVector {
        if let known = states[index].topic { return known }
        let topic = topics.vector(of: clusters[index].documents[0].title)
        states[index].topic = topic
        return topic
    }
}

/// A cluster, by its index, with the most that its score can still be. Of equal ones the first is the greatest.
private struct QueuedCluster: Comparable {
    let index: Int
    var bound: Double

    static func < (one: QueuedCluster, other: QueuedCluster) -> Bool {
        one.bound != other.bound ? one.bound < other.bound : one.index > other.index
    }
}

/// The caps of an edition: how many clusters one source, one publisher, one section and all together may lead.
struct Caps {
    private let policy: EditionPolicy
    private var stories = 0
    private var bySource: [SourceID: Int] = [:]
    private var byPublisher: [String: Int] = [:]
    private var bySection: [String: Int] = [:]

    init(_ policy: EditionPolicy) {
        self.policy = policy
    }

    /// A cap that is reached.
    struct Reached: Equatable {
        var reason: Edition.LeftOut.Reason
        var detail: String
    }

    /// The cap that keeps out a story that would lead, whatever its section; `nil` where there is room.
    func reached(by lead: Document) -> Reached? {
        let source = lead.source
        if bySource[source, default: 0] >= policy.perSource {
            return Reached(reason: .perSource, detail: "\(policy.perSource) from \(source)")
        }
        if byPublisher[lead.publisher, default: 0] >= policy.perPublisher {
            return Reached(reason: .perPublisher, detail: "\(policy.perPublisher) from \(lead.publisher)")
        }
        guard stories >= policy.stories else { return nil }
        return Reached(reason: .stories, detail: policy.stories == 1 ? "1 story" : "\(policy.stories) stories")
    }

    /// The cap of a section, if that is what keeps a story out of it.
    func reached(in section: String) -> Reached? {
        guard bySection[section, default: 0] >= policy.perSection else { return nil }
        return Reached(reason: .perSection, detail: "\(policy.perSection) in \(section)")
    }

    mutating func count(_ lead: Document, section: String) {
        stories += 1
        bySource[lead.source, default: 0] += 1
        byPublisher[lead.publisher, default: 0] += 1
        bySection[section, default: 0] += 1
    }
}
