import Foundation
import NewsModel
import TestSupport
import Testing

@testable import Newsroom

/// When a run is too poor to put its edition in the place of the last one.
@Suite struct PublishGuardTests {
    private static func reason(_ guarding: PublishGuard, _ outcomes: [Outcome]) -> String? {
        let sources = outcomes.enumerated().map { index, outcome in
            SourceHealth(
                report: SourceReport(source: SourceID(rawValue: "\(index)"), outcome: outcome), title: "", url: "",
                provider: "feed", section: "News")
        }
        return guarding.reasonToHoldBack(
            HealthReport(
                generated: Stage.night, edition: EditionDate(Stage.night, in: .gmt), deadline: .seconds(30),
                elapsed: .seconds(1), stories: 0, newStories: 0, sources: sources))
    }

    @Test(arguments: [(0.5, false), (0.51, true), (0.49, false)])
    func theShareItselfIsEnough(share: Double, isHeldBack: Bool) {
        let reason = Self.reason(PublishGuard(minimumFresh: share), [.fresh, .late])
        #expect((reason != nil) == isHeldBack)
    }

    @Test(arguments: [(2, false), (3, true)]) func soManySourcesAreEnough(count: Int, isHeldBack: Bool) {
        let reason = Self.reason(PublishGuard(minimumSources: count), [.unchanged, .empty, .malformed])
        #expect((reason != nil) == isHeldBack)
        #expect(reason?.contains("only 2 of 3 sources") != false)
    }

    @Test func whatWasNotAskedDoesNotCount() {
        let half = PublishGuard(minimumFresh: 0.5)
        #expect(Self.reason(half, [.fresh, .httpError, .skipped, .skipped]) == nil)
        #expect(Self.reason(half, [.fresh, .httpError, .refused, .skipped])?.contains("only 1 of 3") == true)
        #expect(Self.reason(PublishGuard(minimumSources: 9, minimumFresh: 1), [.skipped]) == nil)
    }
}
