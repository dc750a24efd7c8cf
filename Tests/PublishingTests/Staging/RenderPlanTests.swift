import Foundation
import NewsModel
import Testing

@testable import Publishing

@Suite struct RenderPlanTests {
    private let today = Samples.date

    private func dates(_ days: some Sequence<Int>) -> [EditionDate] { days.map { today.adding(days: -$0) } }

    private func plan(
        _ archive: [EditionDate], before: [EditionDate]?, fingerprint: String = "f", missing: [EditionDate] = []
    ) -> [EditionDate] {
        let manifest = before.map {
            Manifest(maker: .run, fingerprint: "f", files: $0.map { SiteContext.page(of: $0) })
        }
        return RenderPlan.editions(archive: archive, current: today, fingerprint: fingerprint, manifest: manifest) {
            !missing.contains($0)
        }
    }

    @Test func rendersAllWhereNothingIsKnownOrTheLookChanged() {
        #expect(plan(dates(0..<20), before: nil) == dates(0..<20))
        #expect(plan(dates(0..<20), before: dates(1..<20), fingerprint: "g") == dates(0..<20))
    }

    @Test func rendersWhatTheFeedsHold() {
        #expect(plan(dates(0..<20), before: dates(1..<20)) == dates(0..<7))
    }

    @Test func rendersTheCurrentOneAndItsNeighboursWhereItIsOld() {
        let current = today.adding(days: -15)
        let manifest = Manifest(
            maker: .run, fingerprint: "f",
            files: dates([0, 1, 2, 3, 4, 5, 6, 7, 14, 16, 17]).map { SiteContext.page(of: $0) })
        let plan = RenderPlan.editions(
            archive: dates([0, 1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17]), current: current, fingerprint: "f",
            manifest: manifest
        ) { _ in true }
        #expect(plan == dates([0, 1, 2, 3, 4, 5, 6, 14, 15, 16]))
    }

    @Test func rendersWhatIsMissing() {
        #expect(plan(dates(0..<20), before: dates(1..<20), missing: dates([12])) == dates([0, 1, 2, 3, 4, 5, 6, 12]))
    }

    @Test func rendersWhatMayLinkToAnEditionThatIsGone() {
        #expect(plan(dates(0..<19), before: dates(1..<20)) == dates([0, 1, 2, 3, 4, 5, 6, 12, 13, 14, 15, 16, 17, 18]))
    }
}
