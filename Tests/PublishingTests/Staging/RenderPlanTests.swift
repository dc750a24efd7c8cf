import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct RenderPlanTests {
    private let today = Samples.date

    private func dates(_ days: some Sequence<Int>) -> [EditionDate] { days.map { today.adding(days: -$0) } }

    private func plan(
        _ archive: [EditionDate], before: [EditionDate]?, fingerprint: String = "f", missing: [EditionDate] = []
    ) -> RenderPlan {
        let manifest = before.map {
            Manifest(maker: .run, fingerprint: "f", files: $0.map { SitePaths.edition($0) })
        }
        return RenderPlan(archive: archive, current: today, fingerprint: fingerprint, manifest: manifest) {
            !missing.contains($0)
        }
    }

    @Test func rendersAllWhereNothingIsKnownOrTheLookChanged() {
        for plan in [
            plan(dates(0..<20), before: nil), plan(dates(0..<20), before: dates(1..<20), fingerprint: "g"),
        ] {
            #expect(plan.rendered == Set(dates(0..<20)) && plan.needed == dates(0..<20))
            #expect(plan.documented == plan.rendered)
        }
    }

    @Test func rendersTheNewOneAndItsNeighbourAndNeedsWhatTheFeedsHold() {
        let plan = plan(dates(0..<20), before: dates(1..<20))
        #expect(plan.rendered == Set(dates(0...1)))
        #expect(plan.needed == dates(0..<7))
        #expect(plan.documented == [today])
    }

    @Test func rendersWhatIsMadeAgainAndNothingElse() {
        #expect(plan(dates(0..<20), before: dates(0..<20)).rendered == Set(dates([0])))
    }

    @Test func rendersAnOldOneItsNeighboursAndWhatMayLinkIntoIt() {
        let current = today.adding(days: -15)
        let manifest = Manifest(
            maker: .run, fingerprint: "f",
            files: dates([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 16, 17]).map { SitePaths.edition($0) })
        let plan = RenderPlan(
            archive: dates([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17]), current: current, fingerprint: "f",
            manifest: manifest
        ) { _ in true }
        #expect(plan.rendered == Set(dates([8, 14, 15, 16])))
        #expect(plan.needed == dates([0, 1, 2, 3, 4, 5, 6, 8, 14, 15, 16]))
    }

    @Test func rendersWhatIsMissing() {
        let plan = plan(dates(0..<20), before: dates(1..<20), missing: dates([12]))
        #expect(plan.rendered == Set(dates([0, 1, 12])) && plan.documented == Set(dates([0, 12])))
    }

    @Test func rendersWhatMayLinkToAnEditionThatIsGone() {
        #expect(plan(dates(0..<19), before: dates(1..<20)).rendered == Set(dates([0, 1] + Array(12..<19))))
    }
}
