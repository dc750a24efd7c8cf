import Foundation
import NewsModel
import Parallelism

/// Turns the stories of a request into ranked clusters: filters, clusters, scores.
struct DraftBuilder {
    private let request: CurationRequest
    private let published: PublishedStories
    private let traits: [SourceID: SourceTraits]
    private let filter: StoryFilter
    private let ownership: DomainOwnership

    /// What may be selected, and what may not.
    struct Drafts {
        var clusters: [RankedCluster] = []
        var leftOut: [LeftOutDocument]
        /// By which they were scored.
        let ranking: Ranking
        /// Of all their titles.
        var topics = Topics([])
        /// How often each source gave evidence that would have moved stories of others.
        var attempts: [SourceID: Int] = [:]
        /// How many documents each source has that has more than are compared.
        var crowded: [SourceID: Int] = [:]
    }

    init(_ request: CurationRequest) {
        self.request = request
        published = PublishedStories(request)
        traits = Dictionary(
            (request.sources + Self.formerSources(request)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
        filter = StoryFilter(mute: request.ranking.mute, sources: request.sources)
        // Where nothing is told, nobody's claim is asked about.
        let isEmpty = request.stories.isEmpty && request.pinned == nil
        ownership = DomainOwnership(sources: isEmpty ? [] : request.sources, stories: request.stories)
    }

    func drafts() -> Drafts {
        let (new, leftOut) = filtered(documents())
        let ranking = Ranking(
            request.ranking, now: request.now, engagement: Engagement(new.lazy.map(\.story)))
        var drafts = Drafts(leftOut: leftOut, ranking: ranking)
        // Late and published stories can only join what is new.
        guard !new.isEmpty else { return drafts }
        let late = published.latecomers.map { document($0, .late) }.filter { filter.objection(to: $0) == nil }
        let titled = new + late
        let all = titled + published.stories.map { document($0, .published) }
        let (topics, clustering) = Parallel.both({ Topics(titled) }) {
            Clustering.result(
                of: all, policy: request.ranking.clustering, together: published.together,
                language: request.language)
        }
        let ranked = Parallel.map(clustering.clusters.count, inPiecesOf: Parallel.pieceSize) { index in
            self.ranked(clustering.clusters[index], ranking)
        }
        drafts.clusters = ranked.compactMap(\.cluster)
        drafts.leftOut += ranked.flatMap(\.leftOut)
        drafts.topics = topics
        drafts.attempts = clustering.attempts
        drafts.crowded = clustering.crowded
        return drafts
    }

    /// The stories of the window and what is pinned, each once.
    private func documents() -> [Document] {
        let documents = Parallel.map(request.stories.count, inPiecesOf: Parallel.pieceSize) {
            document(request.stories[$0], .new)
        }
        var seen: Set<StoryID> = []
        seen.reserveCapacity(documents.count)
        return (documents + published.pinnedStories.values.map { document($0, .new) })
            .filter { seen.insert($0.story.id).inserted }
            .sorted(by: Document.precedes)
    }

    /// The sources of what is pinned as its edition knew them: what one tells keeps its section when it is taken out.
    private static func formerSources(_ request: CurationRequest) -> [SourceTraits] {
        guard let pinned = request.pinned else { return [] }
        return pinned.sections.flatMap { section in
            section.clusters.flatMap(\.stories).map { story in
                var traits = SourceTraits(id: story.source)
                traits.section = section.name
                traits.title = pinned.sourceTitles[story.source] ?? traits.title
                return traits
            }
        }
    }

    private func document(_ story: Story, _ origin: Document.Origin) -> Document {
        Document(
            story, traits: traits[story.source] ?? SourceTraits(id: story.source), ownership: ownership,
            terms: request.terms[story.id], origin: origin)
    }

    /// Parts what was published before or is filtered from the rest.
    private func filtered(_ documents: [Document]) -> (kept: [Document], leftOut: [LeftOutDocument]) {
        let leftOut = Parallel.map(documents.count, inPiecesOf: Parallel.pieceSize) { self.leftOut(documents[$0]) }
        return (zip(documents, leftOut).compactMap { $1 == nil ? $0 : nil }, leftOut.compactMap { $0 })
    }

    /// A document with why it cannot belong to the edition at all; `nil` if it can.
    private func leftOut(_ document: Document) -> LeftOutDocument? {
        guard published.pinnedStories[document.story.id] == nil else { return nil }
        if let date = published.dates[document.story.id] { return document.leftOut(.told, detail: date.description) }
        return filter.objection(to: document).map { document.leftOut(.filtered, detail: $0) }
    }
}

extension DraftBuilder {
    private typealias Ranked = (cluster: RankedCluster?, leftOut: [LeftOutDocument])

    private func ranked(_ candidate: CandidateCluster, _ ranking: Ranking) -> Ranked {
        var leftOut: [LeftOutDocument] = []
        let wanted = withoutMuted(candidate, &leftOut)
        guard !wanted.isEmpty else { return (nil, leftOut) }
        let isPinned = wanted.contains { published.pinnedStories[$0.story.id] != nil }
        let late = isPinned ? [] : candidate.late.filter { filter.mutedWord(in: $0) == nil }
        let members = withoutRepetition(inOrder(candidate, wanted, late), &leftOut)
        let counted = candidate.counted(members)
        let cluster = RankedCluster(
            documents: pinnedLeadFirst(members, coverage: candidate.coverage), counted: counted,
            score: ranking.score(of: counted), links: links(of: candidate, among: members),
            coverage: candidate.coverage, isPinned: isPinned, separations: candidate.separations)
        return (admitted(cluster, of: candidate, &leftOut), leftOut)
    }

    /// Muted stories are never shown. A cluster goes as a whole where most of its independent publishers have a muted
    /// word; one that has it in its own copy, or under the address of another, takes away nothing of the others'.
    private func withoutMuted(_ candidate: CandidateCluster, _ leftOut: inout [LeftOutDocument]) -> [Document] {
        let members = candidate.new
        let muted = members.compactMap { member in filter.mutedWord(in: member).map { (member: member, word: $0) } }
        guard let first = muted.first else { return members }
        let words = Dictionary(muted.map { ($0.member.story.id, $0.word) }, uniquingKeysWith: { first, _ in first })
        let publishers = IndependentPublishers.count(candidate.independent)
        let mutedPublishers = IndependentPublishers.count(
            candidate.independent.filter { words[$0.story.id] != nil })
        let areAllMuted = mutedPublishers * 2 > publishers
        for member in members where areAllMuted || words[member.story.id] != nil {
            let word = words[member.story.id]
            leftOut.append(
                member.leftOut(
                    .muted, detail: word ?? first.word, cause: (word == nil ? first.member : member).source))
        }
        return areAllMuted ? [] : members.filter { words[$0.story.id] == nil }
    }

    /// Some new and some late documents of a cluster, in the order of their claim to lead.
    private func inOrder(_ candidate: CandidateCluster, _ new: [Document], _ late: [Document]) -> [Document] {
        guard !late.isEmpty else { return new }
        let shown = Set((new + late).map(\.story.id))
        return candidate.documents.filter { $0.origin != .published && shown.contains($0.story.id) }
    }

    /// Of what a source has of one story a few are shown.
    private func withoutRepetition(_ members: [Document], _ leftOut: inout [LeftOutDocument]) -> [Document] {
        guard members.count > Self.mostOfASource else { return members }
        var counts: [String: Int] = [:]
        return members.filter { member in
            counts[member.carrier, default: 0] += 1
            let isPinned = published.pinnedStories[member.story.id] != nil
            guard counts[member.carrier, default: 0] > Self.mostOfASource, !isPinned else { return true }
            leftOut.append(member.leftOut(.repeated, detail: "\(Self.mostOfASource)", cause: member.source))
            return false
        }
    }

    /// How many documents of one source are shown in one cluster.
    private static let mostOfASource = 3

    private func links(of candidate: CandidateCluster, among members: [Document]) -> [EvidenceLink<Document>] {
        guard candidate.links.count >= members.count else { return candidate.links }
        let shown = Set((members + candidate.published + candidate.late).map(\.story.id))
        return candidate.links.filter { shown.contains($0.one.story.id) && shown.contains($0.other.story.id) }
    }

    /// The lead of an earlier build of the edition leads still, but where the owner of its address has the story now.
    private func pinnedLeadFirst(_ members: [Document], coverage: Set<StoryID>) -> [Document] {
        let leads = members.enumerated().filter { !coverage.contains($1.story.id) }.compactMap { index, member in
            published.pinnedLeads[member.story.id].map { (index: index, rank: $0) }
        }
        guard let lead = leads.min(by: { $0.rank < $1.rank }) else { return members }
        var members = members
        members.insert(members.remove(at: lead.index), at: 0)
        return members
    }

    /// The cluster, unless an earlier edition published it and it has not grown since.
    private func admitted(
        _ cluster: RankedCluster, of candidate: CandidateCluster, _ leftOut: inout [LeftOutDocument]
    ) -> RankedCluster? {
        var cluster = cluster
        if cluster.isPinned {
            cluster.updates = cluster.documents.compactMap { published.pinnedUpdates[$0.story.id] }.max()
            return cluster
        }
        let earlier = cluster.documents.flatMap { candidate.earlier(than: $0) }
        guard let date = earlier.compactMap({ published.date(of: $0.story.id) }).max() else { return cluster }
        let told = candidate.published.filter { document in earlier.contains { $0 === document } }
        guard PublishedStories.hasGrown(from: told, coverage: candidate.coverage, by: cluster.documents) else {
            leftOut += cluster.documents.filter { published.lateDates[$0.story.id] == nil }.map { member in
                member.leftOut(
                    .told, detail: date.description, score: cluster.score,
                    cause: Self.witness(of: member, candidate.earlier(than: member)))
            }
            return nil
        }
        cluster.updates = date
        cluster.growth =
            "told on \(date) by \(told.count) and grown since: \(cluster.documents.count) more tell it now"
        return cluster
    }

    /// The source whose document shows that a story was published: its own where it has one.
    private static func witness(of member: Document, _ earlier: [Document]) -> SourceID? {
        earlier.contains { $0.source == member.source } ? member.source : earlier.first?.source
    }
}
