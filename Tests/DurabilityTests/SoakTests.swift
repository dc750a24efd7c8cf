import Foundation
import SimulatedWorld
import TestSupport
import Testing

/// Weeks of nights in which much goes wrong, as the seed draws it: after each all is as it has to be.
@Suite(.enabled(if: DiskFault.isPossible), .timeLimit(.minutes(LongForm.minutes)))
struct SoakTests {
    @Test func weeksOfTroubleLoseAndDoubleNothing() async throws {
        try await Papers.serve { papers in
            var soak = try Soak(papers, seed: LongForm.seed)
            let nights = LongForm.isAsked ? 60 : 9
            for night in 0..<nights { try await soak.pass(night) }
            let sizes = soak.sizes.suffix(30)
            if LongForm.isAsked, let first = sizes.first, let most = sizes.max() {
                #expect(most <= first + first / 10, "the state grew: \(Array(sizes))")
            }
            LongForm.tell("\(nights) nights: \(soak.tally.sorted { $0.key < $1.key }), state \(Array(sizes))")
        }
    }
}
