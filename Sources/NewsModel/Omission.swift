/// How many of a date's stories are not on its page for one reason, and the first of them: what a reader is told of
/// them, however many there are.
package struct Omission: Sendable, Hashable {
    package var reason: Edition.LeftOut.Reason
    package var count: Int
    /// Those of the highest scores, without their texts; none where they may not be shown.
    package var named: [Edition.LeftOut]
    /// The sources by whose evidence stories were left out, each once, in the order of their ids.
    package var causes: [SourceID]

    /// More headlines without a story are no reading.
    package static let mostNamed = 4

    /// Of a longer list the rest is only counted.
    package static let mostListed = 300

    package init(reason: Edition.LeftOut.Reason, count: Int, named: [Edition.LeftOut], causes: [SourceID] = []) {
        self.reason = reason
        self.count = count
        self.named = named
        self.causes = causes
    }

    /// Whether readers miss something: not what they read yesterday, nor what the page tells already.
    package var isMissed: Bool {
        switch reason {
        case .told, .repeated: false
        case .muted, .filtered, .perSource, .perPublisher, .perSection, .stories: true
        }
    }

    /// What is to be told of stories that were left out, which come in the order of their scores: one for each reason,
    /// in the order of the reasons.
    package static func all(of leftOut: [Edition.LeftOut]) -> [Omission] {
        let byReason = Dictionary(grouping: leftOut, by: \.reason)
        return Edition.LeftOut.Reason.allCases.compactMap { reason in
            guard let stories = byReason[reason] else { return nil }
            return Omission(
                reason: reason, count: stories.count, named: named(of: stories, for: reason),
                causes: Set(stories.compactMap(\.cause)).sorted())
        }
    }

    /// Those that are named of the stories that were left out for a reason, which come in the order of their scores.
    package static func named(
        of stories: [Edition.LeftOut], for reason: Edition.LeftOut.Reason
    ) -> [Edition.LeftOut] {
        reason.mayBeNamed ? firstOfEach(stories) : []
    }

    /// The stories that the list of what was left out holds, of `all` that were left out for this reason: where these are
    /// not at hand, the few that are named.
    package func listed(among all: [Edition.LeftOut]) -> ArraySlice<Edition.LeftOut> {
        // What may not be named has none among those that are.
        (named.isEmpty || all.count < named.count ? named : all).prefix(Self.mostListed)
    }

    /// The tellings of one story have the same score: one of them is named.
    private static func firstOfEach(_ leftOut: [Edition.LeftOut]) -> [Edition.LeftOut] {
        var named: [Edition.LeftOut] = []
        for story in leftOut where named.last?.score != story.score {
            guard named.count < mostNamed else { break }
            named.append(story.withoutTexts)
        }
        return named
    }
}

extension Edition.LeftOut {
    fileprivate var withoutTexts: Self {
        var short = self
        short.story.summary = nil
        short.story.content = nil
        return short
    }
}

extension Edition.LeftOut.Reason {
    /// Whether a reader may be told which stories these were: what the user does not want to see is not shown.
    fileprivate var mayBeNamed: Bool {
        switch self {
        case .muted, .filtered, .told, .repeated: false
        case .perSource, .perPublisher, .perSection, .stories: true
        }
    }
}
