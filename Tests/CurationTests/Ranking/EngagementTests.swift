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

    @Test(
        arguments: [
            // As many comments as points are no quarrel; one more is the beginning of one.
            (100, 100, 125.0), (10, 10, 12.5), (90, 110, 112.5 * 100 * 100 / 120 / 120), (100, 400, 125.0 / 4),
            (30, 70, 37.5 / 4), (90, 190, 112.5 / 4), (0, 10, 0), (0, 0, 0), (20, 0, 20), (20, 10, 22.5),
            (90, 98, 112.5 * 100 * 100 / 108 / 108),
        ] as [(Int, Int, Double)])
    func amountIsPointsAndAQuarterOfTheComments(points: Int, comments: Int, amount: Double) throws {
        let value = try #require(Engagement.amount(story(points, comments)))
        #expect(abs(value - amount) < 1e-9)
    }

    @Test(arguments: [(4, 4.0 / 9), (5, 0.5), (6, 0.5), (20, 0.5)] as [(Int, Double)])
    func usualIsFiveAtLeast(points: Int, share: Double) {
        #expect(Engagement([story(points, 0)]).share(of: story(points, 0)) == share)
    }

    @Test func usualOfAnEvenNumberIsTheMeanOfTheMiddle() {
        let stories = [10, 20, 40, 80].map { story($0, 0) }
        #expect(Engagement(stories).share(of: story(30, 0)) == 0.5)
        #expect(Engagement(stories).share(of: story(10, 0)) == 0.25)
        #expect(Engagement(stories).share(of: story(10, 0, "other")) == nil)
    }
}
