import NewsModel
import Testing

@testable import Curation

@Suite struct EngagementTests {
    private func story(_ points: Int?, _ comments: Int?, _ source: SourceID = "links") -> Story {
        .made("Story \(points ?? -1) \(comments ?? -1)", source: source, points: points, comments: comments)
    }

    @Test func usualAmountOfASiteGivesAHalf() {
        let stories = [story(10, 0), story(100, 0), story(400, 0)]
        let engagement = Engagement(stories)
        #expect(engagement.share(of: stories[1]) == 0.5)
        #expect(engagement.share(of: stories[2]) == 0.8)
    }

    @Test func eachSiteIsMeasuredByItself() {
        let stories = [
            story(10, 0, "small"), story(20, 0, "small"), story(30, 0, "small"), story(2000, 0), story(3000, 0),
        ]
        #expect(Engagement(stories).share(of: stories[1]) == 0.5)
    }

    @Test func siteThatCountsNothingHasNoTalk() {
        #expect(Engagement([story(nil, nil)]).share(of: story(nil, nil)) == nil)
    }

    @Test func singlePointOnAQuietSiteIsLittle() throws {
        let share = try #require(Engagement([story(1, 0)]).share(of: story(1, 0)))
        #expect(share < 0.2)
    }

    @Test func quarrelCountsLessThanRecommendation() throws {
        let calm = try #require(Engagement.amount(story(100, 60)))
        let quarrel = try #require(Engagement.amount(story(100, 400)))
        #expect(calm == 115)
        #expect(quarrel == 125 * 0.25)
        #expect(try #require(Engagement.amount(story(100, 100))) == 125)
    }

    @Test func commentsAloneCountAsTheyAre() {
        #expect(Engagement.amount(story(nil, 12)) == 12)
        #expect(Engagement.amount(story(-4, -2)) == 0)
    }
}
