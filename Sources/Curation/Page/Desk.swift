import Foundation
import NewsModel
import Parallelism

/// Turns the stories of a request into drafts: sifted, grouped, each with its score.
struct Desk {
    private let request: CurationRequest
    private let memory: Memory
    private let traits: [SourceID: SourceTraits]
    private let sieve: Sieve
    private let words: WordLists

    /// What may get a place, and what may not.
    struct Drafts {
        let kept: [Draft]
        let rejections: [Rejection]
        /// By which they were ranked.
        let ranking: Ranking
        /// Of all their titles.
        let topics: Topics
        /// Those that tell more than is compared, in the order of their ids.
        var crowded: [CrowdedSource] = []
    }

    init(_ request: CurationRequest) {
        self.request = request
        memory = Memory(request)
        traits = Dictionary(request.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        words = WordLists(request.ranking)
        sieve = Sieve(words: words, sources: request.sources)
    }

    func drafts() -> Drafts {
        let (fresh, rejections) = sifted()
        let ranking = Ranking(
            policy: request.ranking, now: request.now, talk: Talk(fresh.lazy.map(\.story)), words: words)
        // Who came late or was told can only join what is new.
        guard !fresh.isEmpty else {
            return Drafts(kept: [], rejections: rejections, ranking: ranking, topics: Topics([]))
        }
        let late = memory.latecomers.map(candidate).filter { sieve.objection(to: $0) == nil }
        let all = fresh + late + memory.told.map(candidate)
        let titled = fresh + late
        let (topics, grouping) = Parallel.both({ Topics(titled) }) { self.grouping(of: all) }
        let groups = grouping.groups
        let verdicts = Parallel.map(groups.count, inPiecesOf: Parallel.pieceSize) { place in
            verdict(on: Meeting(groups[place], of: all, fresh: fresh.count, late: late.count), ranking)
        }
        return Drafts(
            kept: verdicts.compactMap(\.draft), rejections: rejections + verdicts.flatMap(\.rejections),
            ranking: ranking, topics: topics,
            crowded: grouping.crowded.sorted { $0.key < $1.key }.map {
                CrowdedSource(source: SourceID(rawValue: $0.key), stories: $0.value)
            })
    }

    /// The candidates and what is pinned, each story once and in the order of time, without what was told before or is
    /// filtered.
    private func sifted() -> (kept: [Candidate], rejections: [Rejection]) {
        var names: Set<StoryID> = []
        names.reserveCapacity(request.stories.count)
        let candidates = (newCandidates() + memory.pinnedStories.values.map(candidate))
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
            story, traits: traits[story.source] ?? SourceTraits(id: story.source),
            impression: request.impressions[story.id])
    }

    /// Why a story can't belong to the edition at all.
    private func rejection(of candidate: Candidate) -> Rejection? {
        let story = candidate.story
        guard memory.pinnedStories[story.id] == nil else { return nil }
        if let date = memory.toldOn[story.id] {
            return Rejection(candidate: candidate, reason: .told, detail: date.description)
        }
        return sieve.objection(to: candidate).map { .init(candidate: candidate, reason: .filtered, detail: $0) }
    }

    private func grouping(of candidates: [Candidate]) -> Clustering.Grouping {
        let tellings = Parallel.map(candidates.count, inPiecesOf: Parallel.pieceSize) { Telling(candidates[$0]) }
        return Clustering.grouping(of: tellings, policy: request.ranking.clustering, together: together(candidates))
    }

    /// The places of the candidates that were told as one before.
    private func together(_ candidates: [Candidate]) -> [[Int]] {
        guard !memory.together.isEmpty else { return [] }
        var places: [StoryID: Int] = [:]
        for (place, candidate) in candidates.enumerated() where places[candidate.story.id] == nil {
            places[candidate.story.id] = place
        }
        return memory.together.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
    }
}

extension Desk {
    /// What becomes of the tellings of one story.
    private struct Verdict {
        var draft: Draft?
        var rejections: [Rejection] = []
    }

    private func verdict(on meeting: Meeting, _ ranking: Ranking) -> Verdict {
        var verdict = Verdict()
        let wanted = withoutExcess(withoutMuted(meeting.fresh, &verdict.rejections), &verdict.rejections)
        guard !wanted.isEmpty else { return verdict }
        let isPinned = wanted.contains { memory.pinnedStories[$0.story.id] != nil }
        let members = isPinned ? wanted : meeting.inOrder(wanted, meeting.late.filter { !sieve.mutes($0) })
        let draft = Draft(
            members: pinnedLeadFirst(members), claimants: members, score: ranking.score(of: members),
            ties: meeting.ties, isPinned: isPinned)
        verdict.draft = admitted(draft, meeting: meeting, &verdict.rejections)
        return verdict
    }

    /// Muted stories are never shown. A cluster goes as a whole where at least half of its tellings are muted.
    private func withoutMuted(_ members: [Candidate], _ rejections: inout [Rejection]) -> [Candidate] {
        let muted = members.compactMap { member in sieve.mutedWord(in: member).map { (member, $0) } }
        guard let word = muted.first?.1 else { return members }
        let names = Set(muted.map(\.0.story.id))
        let all = muted.count * 2 >= members.count
        for member in members where all || names.contains(member.story.id) {
            rejections.append(Rejection(candidate: member, reason: .muted, detail: word))
        }
        return all ? [] : members.filter { !names.contains($0.story.id) }
    }

    /// Of one source a story has so many tellings at most: the first by their claim to lead, and what is pinned.
    private func withoutExcess(_ members: [Candidate], _ rejections: inout [Rejection]) -> [Candidate] {
        guard members.count > Self.mostOfSource else { return members }
        var left: [SourceID: Int] = [:]
        return members.filter { member in
            let source = member.story.source
            left[source, default: Self.mostOfSource] -= 1
            guard left[source, default: 0] < 0, memory.pinnedStories[member.story.id] == nil else { return true }
            rejections.append(
                Rejection(
                    candidate: member, reason: .perSource, detail: "\(Self.mostOfSource) of one story from \(source)"))
            return false
        }
    }

    private static let mostOfSource = 50

    /// Whoever led the cluster in an earlier build of the edition leads it still.
    private func pinnedLeadFirst(_ members: [Candidate]) -> [Candidate] {
        let leads = members.enumerated().compactMap { place, member in
            memory.pinnedLeads[member.story.id].map { (place: place, rank: $0) }
        }
        guard let lead = leads.min(by: { $0.rank < $1.rank }) else { return members }
        var members = members
        members.insert(members.remove(at: lead.place), at: 0)
        return members
    }

    /// The draft; `nil` if an earlier edition told it and it has not grown since.
    private func admitted(_ draft: Draft, meeting: Meeting, _ rejections: inout [Rejection]) -> Draft? {
        var draft = draft
        if draft.isPinned {
            draft.updates = draft.members.compactMap { memory.pinnedUpdates[$0.story.id] }.max()
            return draft
        }
        guard let date = (meeting.told + meeting.late).compactMap({ memory.date(of: $0.story.id) }).max() else {
            return draft
        }
        guard Memory.hasGrown(told: meeting.told, joined: draft.members) else {
            draft.members.removeAll { memory.lateFor[$0.story.id] != nil }
            rejections += draft.rejections(.told, detail: date.description)
            return nil
        }
        draft.updates = date
        draft.growth =
            "told on \(date) by \(meeting.told.count) and grown since: \(draft.members.count) more tell it now"
        return draft
    }
}
