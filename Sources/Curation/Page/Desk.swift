import Foundation
import NewsModel
import Parallelism

/// Turns the stories of a request into drafts: sifted, grouped, each with its standing.
struct Desk {
    private let request: CurationRequest
    private let memory: Memory
    private let traits: [SourceID: SourceTraits]
    private let sieve: Sieve
    private let words: WordLists

    /// What may get a place, and what may not.
    struct Drafts {
        var kept: [Draft] = []
        var leftOut: [Edition.LeftOut] = []
    }

    init(_ request: CurationRequest) {
        self.request = request
        memory = Memory(request)
        traits = Dictionary(request.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        words = WordLists(request.ranking)
        sieve = Sieve(words: words, sources: request.sources)
    }

    func drafts() -> Drafts {
        var drafts = Drafts()
        let fresh = freshCandidates(&drafts)
        let late = memory.latecomers.map(candidate).filter { sieve.objection(to: $0) == nil }
        let all = fresh + late + memory.told.map(candidate)
        let ranking = Ranking(
            policy: request.ranking, now: request.now, talk: Talk(fresh.lazy.map(\.story)), words: words)
        let topics = Topics((fresh + late).map(\.story.title))
        for group in groups(of: all) {
            let meeting = Meeting(group, of: all, fresh: fresh.count, late: late.count)
            let wanted = withoutMuted(meeting.fresh, &drafts)
            guard !wanted.isEmpty else { continue }
            let isPinned = wanted.contains { memory.pinnedStories[$0.story.id] != nil }
            let members = isPinned ? wanted : meeting.inOrder(wanted + meeting.late.filter { !sieve.mutes($0) })
            var draft = Draft(
                members: pinnedLeadFirst(members), standing: ranking.standing(of: members), notes: meeting.notes,
                bonds: meeting.bonds, topic: topics.vector(of: members[0].story.title), isPinned: isPinned)
            admit(&draft, meeting: meeting, to: &drafts)
        }
        return drafts
    }

    /// The candidates and what is pinned, each story once, without what was told before or is filtered.
    private func freshCandidates(_ drafts: inout Drafts) -> [Candidate] {
        var candidates = memory.pinnedStories.mapValues(candidate)
        for candidate in newCandidates() { candidates[candidate.story.id] = candidate }
        var kept: [Candidate] = []
        for candidate in candidates.values.sorted(by: Self.precedes) {
            let story = candidate.story
            let isPinned = memory.pinnedStories[story.id] != nil
            if !isPinned, let date = memory.toldOn[story.id] {
                drafts.leftOut.append(.init(story: story, reason: .told, detail: date.description))
            } else if !isPinned, let objection = sieve.objection(to: candidate) {
                drafts.leftOut.append(.init(story: story, reason: .filtered, detail: objection))
            } else {
                kept.append(candidate)
            }
        }
        return kept
    }

    private func newCandidates() -> [Candidate] {
        Parallel.map(request.stories.count, inPiecesOf: Self.pieceSize) { candidate(request.stories[$0]) }
    }

    private static let pieceSize = 512

    private static func precedes(_ one: Candidate, _ other: Candidate) -> Bool {
        (one.story.key, one.story.id) < (other.story.key, other.story.id)
    }

    private func candidate(_ story: Story) -> Candidate {
        Candidate(
            story, traits: traits[story.source] ?? SourceTraits(id: story.source),
            impression: request.impressions[story.id])
    }

    private func groups(of candidates: [Candidate]) -> [Clustering.Group] {
        let tellings = Parallel.map(candidates.count, inPiecesOf: Self.pieceSize) { Telling(candidates[$0]) }
        var places: [StoryID: Int] = [:]
        for (place, candidate) in candidates.enumerated() where places[candidate.story.id] == nil {
            places[candidate.story.id] = place
        }
        let together = memory.together.map { $0.compactMap { places[$0] } }.filter { $0.count > 1 }
        return Clustering.groups(of: tellings, policy: request.ranking.clustering, together: together)
    }

    /// Muted stories are never shown. A cluster goes as a whole where at least half of its tellings are muted.
    private func withoutMuted(_ members: [Candidate], _ drafts: inout Drafts) -> [Candidate] {
        let muted = members.compactMap { member in sieve.mutedWord(in: member).map { (member, $0) } }
        guard let word = muted.first?.1 else { return members }
        let names = Set(muted.map(\.0.story.id))
        let all = muted.count * 2 >= members.count
        for member in members where all || names.contains(member.story.id) {
            drafts.leftOut.append(.init(story: member.story, reason: .muted, detail: word))
        }
        return all ? [] : members.filter { !names.contains($0.story.id) }
    }

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

    /// Keeps a draft, unless an earlier edition told it and it has not grown since.
    private func admit(_ draft: inout Draft, meeting: Meeting, to drafts: inout Drafts) {
        if draft.isPinned {
            draft.updates = draft.members.compactMap { memory.pinnedUpdates[$0.story.id] }.max()
            drafts.kept.append(draft)
            return
        }
        guard let date = (meeting.told + meeting.late).compactMap({ memory.date(of: $0.story.id) }).max() else {
            drafts.kept.append(draft)
            return
        }
        guard Memory.hasGrown(told: meeting.told, joined: draft.members) else {
            draft.members.removeAll { memory.lateFor[$0.story.id] != nil }
            drafts.leftOut += draft.leftOut(.told, detail: date.description)
            return
        }
        draft.updates = date
        draft.notes.append(
            "told on \(date) by \(meeting.told.count) and grown since: \(draft.members.count) more tell it now")
        drafts.kept.append(draft)
    }
}
