import Foundation
import NewsModel
import Parallelism

/// Turns the stories of a request into drafts: sifted, grouped, each with its score.
struct DraftBuilder {
    private let request: CurationRequest
    private let published: PublishedStories
    private let traits: [SourceID: SourceTraits]
    private let filter: StoryFilter
    private let words: WordLists
    private let ownership: DomainOwnership

    /// What may get a place, and what may not.
    struct Drafts {
        let kept: [RankedCluster]
        let rejections: [Rejection]
        /// By which they were ranked.
        let ranking: Ranking
        /// Of all their titles.
        let topics: Topics
        /// How often each source gave evidence that would have moved stories of others.
        var attempts: [SourceID: Int] = [:]
        /// Those that tell more than is compared, in the order of their ids.
        var crowded: [CrowdedSource] = []
    }

    init(_ request: CurationRequest) {
        self.request = request
        published = PublishedStories(request)
        traits = Dictionary(request.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        words = WordLists(request.ranking)
        filter = StoryFilter(words: words, sources: request.sources)
        ownership = DomainOwnership(sources: request.sources, stories: request.stories)
    }

    func drafts() -> Drafts {
        let (fresh, rejections) = sifted()
        let ranking = Ranking(
            policy: request.ranking, now: request.now, engagement: Engagement(fresh.lazy.map(\.story)), words: words)
        // Who came late or was told can only join what is new.
        guard !fresh.isEmpty else {
            return Drafts(kept: [], rejections: rejections, ranking: ranking, topics: Topics([]))
        }
        let late = published.latecomers.map(candidate).filter { filter.objection(to: $0) == nil }
        let all = fresh + late + published.told.map(candidate)
        let titled = fresh + late
        let (topics, clustered) = Parallel.both({ Topics(titled) }) { self.clustered(all) }
        let groups = clustered.groups
        let verdicts = Parallel.map(groups.count, inPiecesOf: Parallel.pieceSize) { place in
            verdict(on: CandidateCluster(groups[place], of: all, fresh: fresh.count, late: late.count), ranking)
        }
        return Drafts(
            kept: verdicts.compactMap(\.draft), rejections: rejections + verdicts.flatMap(\.rejections),
            ranking: ranking, topics: topics, attempts: attempts(clustered),
            crowded: clustered.crowded.sorted { $0.key < $1.key }.map {
                CrowdedSource(source: SourceID(rawValue: $0.key), stories: $0.value)
            })
    }

    private func attempts(_ result: Clustering.Result) -> [SourceID: Int] {
        Dictionary(uniqueKeysWithValues: result.attempts.map { (SourceID(rawValue: $0), $1) })
    }

    /// The candidates and what is pinned, each story once and in the order of time, without what was told before or is
    /// filtered.
    private func sifted() -> (kept: [Candidate], rejections: [Rejection]) {
        var names: Set<StoryID> = []
        names.reserveCapacity(request.stories.count)
        let candidates = (newCandidates() + published.pinnedStories.values.map(candidate))
            .filter { names.insert($0.story.id).inserted }
            .sorted { $0.dated != $1.dated ? $0.dated < $1.dated : $0.precedesByAddress($1) }
        let rejections = Parallel.map(candidates.count, inPiecesOf: Parallel.pieceSize) { place in
            rejection(of: candidates[place])
        }
        return (zip(candidates, rejections).compactMap { $1 == nil ? $0 : nil }, rejections.compactMap { $0 })
    }

    private func newCandidates() -> [Candidate] {
        Parallel.map(request.stories.count, inPiecesOf: Parallel.pieceSize) { candidate(request.stories[$0]) }
    }

    private func candidate(_ story: Story) -> Candidate {
        Candidate(
            story, traits: traits[story.source] ?? SourceTraits(id: story.source), ownership: ownership,
            impression: request.impressions[story.id])
    }

    /// Why a story can't belong to the edition at all.
    private func rejection(of candidate: Candidate) -> Rejection? {
        let story = candidate.story
        guard published.pinnedStories[story.id] == nil else { return nil }
        if let date = published.toldOn[story.id] {
            return Rejection(candidate: candidate, reason: .told, detail: date.description)
        }
        return filter.objection(to: candidate).map { .init(candidate: candidate, reason: .filtered, detail: $0) }
    }

    private func clustered(_ candidates: [Candidate]) -> Clustering.Result {
        let documents = Parallel.map(candidates.count, inPiecesOf: Parallel.pieceSize) { Document(candidates[$0]) }
        return Clustering.result(of: documents, policy: request.ranking.clustering, together: together(candidates))
    }

    /// The places of the candidates that were told as one before.
    private func together(_ candidates: [Candidate]) -> [[Int]] {
        guard !published.together.isEmpty else { return [] }
        var places: [StoryID: Int] = [:]
        for (place, candidate) in candidates.enumerated() where places[candidate.story.id] == nil {
            places[candidate.story.id] = place
        }
        return published.together.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
    }
}

extension DraftBuilder {
    /// What becomes of the documents of one story.
    private struct Verdict {
        var draft: RankedCluster?
        var rejections: [Rejection] = []
    }

    private func verdict(on candidate: CandidateCluster, _ ranking: Ranking) -> Verdict {
        var verdict = Verdict()
        let wanted = withoutMuted(candidate, &verdict.rejections)
        guard !wanted.isEmpty else { return verdict }
        let isPinned = wanted.contains { published.pinnedStories[$0.story.id] != nil }
        let late = isPinned ? [] : candidate.late.filter { !filter.mutes($0) }
        let members = withoutRepetition(candidate.inOrder(wanted, late), &verdict.rejections)
        let claimants = candidate.heard(members)
        let draft = RankedCluster(
            members: pinnedLeadFirst(members, coverage: candidate.coverage), claimants: claimants,
            score: ranking.score(of: claimants),
            ties: ties(of: candidate, among: members), coverage: candidate.coverage, isPinned: isPinned)
        verdict.draft = admitted(draft, candidate: candidate, &verdict.rejections)
        return verdict
    }

    /// Muted stories are never shown. A cluster goes as a whole where most of the independent publishers that tell it
    /// have a muted word; one that has it in its own copy, or under the address of another, takes away nothing of the
    /// others'.
    private func withoutMuted(_ candidate: CandidateCluster, _ rejections: inout [Rejection]) -> [Candidate] {
        let members = candidate.fresh
        let muted = members.compactMap { member in filter.mutedWord(in: member).map { (member: member, word: $0) } }
        guard let first = muted.first else { return members }
        let words = Dictionary(muted.map { ($0.member.story.id, $0.word) }, uniquingKeysWith: { first, _ in first })
        let voices = candidate.voices
        let all =
            IndependentPublishers.count(voices.filter { words[$0.story.id] != nil }) * 2
            > IndependentPublishers.count(voices)
        for member in members where all || words[member.story.id] != nil {
            let word = words[member.story.id]
            rejections.append(
                Rejection(
                    candidate: member, reason: .muted, detail: word ?? first.word,
                    cause: (word == nil ? first.member : member).story.source))
        }
        return all ? [] : members.filter { words[$0.story.id] == nil }
    }

    /// What a source tells of one story again and again is shown a few times.
    private func withoutRepetition(_ members: [Candidate], _ rejections: inout [Rejection]) -> [Candidate] {
        guard members.count > Self.mostOfASource else { return members }
        var counts: [String: Int] = [:]
        return members.filter { member in
            counts[member.carrier, default: 0] += 1
            let isPinned = published.pinnedStories[member.story.id] != nil
            guard counts[member.carrier, default: 0] > Self.mostOfASource, !isPinned else { return true }
            rejections.append(
                Rejection(
                    candidate: member, reason: .repeated, detail: "\(Self.mostOfASource)",
                    cause: member.story.source))
            return false
        }
    }

    /// How often the documents of one source are shown in one cluster.
    private static let mostOfASource = 3

    private func ties(of candidate: CandidateCluster, among members: [Candidate]) -> [Tie] {
        guard candidate.ties.count >= members.count else { return candidate.ties }
        let shown = Set((members + candidate.told + candidate.late).map(\.story.id))
        return candidate.ties.filter { shown.contains($0.one.story.id) && shown.contains($0.other.story.id) }
    }

    /// Whoever led the cluster in an earlier build of the edition leads it still, but where the owner of its address
    /// tells it now.
    private func pinnedLeadFirst(_ members: [Candidate], coverage: Set<StoryID>) -> [Candidate] {
        let leads = members.enumerated().filter { !coverage.contains($1.story.id) }.compactMap { place, member in
            published.pinnedLeads[member.story.id].map { (place: place, rank: $0) }
        }
        guard let lead = leads.min(by: { $0.rank < $1.rank }) else { return members }
        var members = members
        members.insert(members.remove(at: lead.place), at: 0)
        return members
    }

    /// The draft, without what an earlier edition told; `nil` if that is all of it and it has not grown since.
    private func admitted(_ draft: RankedCluster, candidate: CandidateCluster, _ rejections: inout [Rejection])
        -> RankedCluster?
    {
        var draft = draft
        if draft.isPinned {
            draft.updates = draft.members.compactMap { published.pinnedUpdates[$0.story.id] }.max()
            return draft
        }
        let heard = draft.members.flatMap { candidate.memories(of: $0) }
        guard let date = heard.compactMap({ published.date(of: $0.story.id) }).max() else {
            return draft
        }
        let told = candidate.told.filter { document in heard.contains { $0 === document } }
        guard PublishedStories.hasGrown(told: told, coverage: candidate.coverage, joined: draft.members) else {
            draft.members.removeAll { published.lateFor[$0.story.id] != nil }
            rejections += draft.members.map { member in
                Rejection(
                    candidate: member, reason: .told, detail: date.description, score: draft.score,
                    cause: Self.witness(of: member, candidate.memories(of: member)))
            }
            return nil
        }
        draft.updates = date
        draft.growth =
            "told on \(date) by \(told.count) and grown since: \(draft.members.count) more tell it now"
        return draft
    }

    /// The source whose document shows that a story was told: its own where it has one.
    private static func witness(of member: Candidate, _ memories: [Candidate]) -> SourceID? {
        let source = member.story.source
        return memories.contains { $0.story.source == source } ? source : memories.first?.story.source
    }
}
