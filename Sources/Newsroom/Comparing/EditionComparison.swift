package import NewsModel

/// What changed from one edition to another: which stories, their ranks, how sources ended, and why.
package struct EditionComparison: Sendable {
    package let before: Edition
    package let after: Edition
    /// Those of the later edition in its order, then those that only the earlier one tells.
    package let stories: [StoryChange]
    /// Those that ended otherwise, in the order of the configuration.
    package let sources: [SourceChange]

    /// A story in one of two editions, or in both.
    package struct StoryChange: Sendable, Hashable {
        package var id: StoryID
        package var title: String
        package var before: Standing?
        package var after: Standing?
        /// What explains the change, in clauses.
        package var why: [String]

        package var kind: Kind {
            guard let before else { return .new }
            guard let after else { return .gone }
            return before.rank == after.rank && before.section == after.section ? .same : .moved
        }
    }

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        case new, moved, same, gone
    }

    /// Where a story stands in an edition.
    package struct Standing: Sendable, Hashable {
        /// From 1, over all sections.
        package var rank: Int
        package var section: String
        package var score: Double
    }

    /// How a source ended on the two dates; `nil` where it was not known on one.
    package struct SourceChange: Sendable, Hashable {
        package var id: SourceID
        package var before: SourceHealth.RunOutcome?
        package var after: SourceHealth.RunOutcome?
    }

    /// - Parameters:
    ///   - before: the one edition, with what was left out of it.
    ///   - after: the other one.
    ///   - histories: how the sources ended on the last dates, in the order of the configuration.
    package init(
        from before: Edition, to after: Edition, histories: [(id: SourceID, runs: [SourceHealth.RunOutcome])]
    ) {
        self.before = before
        self.after = after
        stories = StoryMatching(from: before, to: after).changes
        sources = histories.compactMap { id, runs in
            let (old, new) = (runs.last { $0.date == before.date }, runs.last { $0.date == after.date })
            guard old?.outcome != new?.outcome else { return nil }
            return SourceChange(id: id, before: old, after: new)
        }
    }

    package func count(of kind: Kind) -> Int { stories.count { $0.kind == kind } }
}

/// Which cluster of one edition is which of another: those that have a story, or the article of one, in common.
struct StoryMatching {
    private let before: Edition
    private let after: Edition
    private let old: [Placed]
    private let new: [Placed]

    private struct Placed {
        var cluster: Cluster
        var standing: EditionComparison.Standing
    }

    init(from before: Edition, to after: Edition) {
        self.before = before
        self.after = after
        old = Self.placed(before)
        new = Self.placed(after)
    }

    private static func placed(_ edition: Edition) -> [Placed] {
        let all = edition.sections.flatMap { section in section.clusters.map { (section.name, $0) } }
        return all.enumerated().map { index, place in
            Placed(
                cluster: place.1, standing: .init(rank: index + 1, section: place.0, score: place.1.score))
        }
    }

    var changes: [EditionComparison.StoryChange] {
        var places: [String: Int] = [:]
        for (index, placed) in old.enumerated() {
            for story in placed.cluster.stories { places[story.key] = places[story.key] ?? index }
        }
        var taken: Set<Int> = []
        let later = new.map { placed in
            let index = placed.cluster.stories.lazy.compactMap { places[$0.key] }.first { !taken.contains($0) }
            if let index { taken.insert(index) }
            return change(from: index.map { old[$0] }, to: placed)
        }
        let gone = old.indices.filter { !taken.contains($0) }.map { change(from: old[$0], to: nil) }
        return later + gone
    }

    private func change(from old: Placed?, to new: Placed?) -> EditionComparison.StoryChange {
        let lead = (new ?? old)?.cluster.lead
        let why: [String] =
            switch (old, new) {
            case (let old?, let new?): ScoreChange(from: old.cluster, to: new.cluster).reasons
            case (nil, let new?): reasonsForNew(new.cluster)
            case (let old?, nil): reasonsForGone(old.cluster)
            case (nil, nil): []
            }
        return .init(
            id: lead?.id ?? StoryID(rawValue: ""), title: lead?.title ?? "", before: old?.standing,
            after: new?.standing, why: why)
    }

    private func reasonsForNew(_ cluster: Cluster) -> [String] {
        if let date = cluster.updates { return ["it has grown since it was told on \(date)"] }
        let ids = Set(cluster.stories.map(\.id))
        if let leftOut = before.leftOut.first(where: { ids.contains($0.story.id) }) {
            return ["left out before: \(leftOut.clause)"]
        }
        let first = cluster.stories.map(\.firstSeen).min() ?? cluster.lead.firstSeen
        let source = cluster.stories.first { $0.firstSeen == first }?.source ?? cluster.lead.source
        return [
            first > before.generated ? "first seen since, in \(source)" : "not chosen before; first seen in \(source)"
        ]
    }

    private func reasonsForGone(_ cluster: Cluster) -> [String] {
        let ids = Set(cluster.stories.map(\.id))
        if let leftOut = after.leftOut.first(where: { ids.contains($0.story.id) }) { return [leftOut.clause] }
        return before.date < after.date
            ? ["told on \(before.date) already"] : ["not known then, or older than the window"]
    }
}

extension Edition.LeftOut {
    /// Why, in a clause.
    fileprivate var clause: String {
        switch reason {
        case .muted: "“\(detail)” is muted"
        case .filtered: "filtered (\(detail))"
        case .perSource: "over the cap `per-source`"
        case .perPublisher: "over the cap `per-publisher`"
        case .perSection: "over the cap `per-section`"
        case .stories: "over the cap `stories`"
        case .told: "told on \(detail) already, and not grown since"
        case .repeated: "its source tells it more often than is shown"
        }
    }
}

/// What made the score of a story another, the weightiest first.
struct ScoreChange {
    let reasons: [String]

    private static let mostReasons = 3

    init(from old: Cluster, to new: Cluster) {
        let before = Dictionary(old.explanation.factors.map { ($0.name, $0) }) { first, _ in first }
        let factors = new.explanation.factors.compactMap { factor -> (weight: Double, text: String)? in
            guard let earlier = before[factor.name], earlier.value != factor.value else { return nil }
            let text = "\(factor.name) \(Self.text(earlier.value)) → \(Self.text(factor.value)) (\(factor.reason))"
            return (Self.weight(earlier.value, factor.value), text)
        }
        let ranked = factors.sorted { $0.weight > $1.weight }.prefix(Self.mostReasons).map(\.text)
        let told = (old.stories.count, new.stories.count)
        let coverage = told.0 == told.1 ? [] : ["\(told.0) → \(told.1) tellings"]
        let lead = old.lead.id == new.lead.id ? [] : ["another telling leads"]
        reasons = coverage + lead + ranked
    }

    /// Factors multiply: what counts is by how many times one has changed.
    private static func weight(_ old: Double, _ new: Double) -> Double {
        guard old > 0, new > 0 else { return abs(new - old) }
        return max(old / new, new / old)
    }

    private static func text(_ value: Double) -> String {
        let hundredths = (value * 100).rounded() / 100
        return hundredths == hundredths.rounded() && abs(hundredths) < 1e9
            ? String(Int(hundredths)) : String(hundredths)
    }
}
