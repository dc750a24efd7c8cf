import Foundation
import NewsModel
import Testing

@Suite struct StoryTests {
    private static let seen = Date(timeIntervalSince1970: 1_795_348_800)

    private static func story(published: Date?) -> Story {
        Story(
            id: StoryID(rawValue: "0123456789abcdef"), source: "paper", key: "paper.example/a",
            link: "https://paper.example/a", title: "Ferry returns", published: published, firstSeen: seen)
    }

    @Test func aStoryIsDatedByItsOwnDate() {
        let published = Self.seen.addingTimeInterval(-3600)
        #expect(Self.story(published: published).dated == published)
    }

    @Test(arguments: [nil, seen.addingTimeInterval(1)]) func withoutADateOrWithAFutureOneByWhenItWasFirstSeen(
        published: Date?
    ) {
        #expect(Self.story(published: published).dated == Self.seen)
    }
}

@Suite struct OutcomeTests {
    @Test func everyOutcomeIsAnAnswerAFailureOrNeitherButNeverBoth() {
        for outcome in Outcome.allCases {
            #expect(!(outcome.isAnswer && outcome.isFailure))
        }
        #expect(Outcome.allCases.filter { !$0.isAnswer && !$0.isFailure } == [.skipped])
    }

    @Test func durationsAreGivenInWholeMilliseconds() {
        #expect(Duration.seconds(1.2346).milliseconds == 1235)
        #expect(Duration.milliseconds(250).seconds == 0.25)
    }
}
