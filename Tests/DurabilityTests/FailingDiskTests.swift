import Foundation
import SimulatedWorld
import TestSupport
import Testing

/// A call to the file system that fails ends the run with a sentence, or does not matter: the site is whole, the state is
/// sound, and the next run makes of them what would have been made without.
@Suite(.enabled(if: DiskFault.isPossible), .timeLimit(.minutes(LongForm.minutes)))
struct FailingDiskTests {
    private static let errors = [ENOSPC, EIO, EDQUOT, EROFS]

    @Test(arguments: [true, false])
    func aCallThatFailsOnceLosesNothing(canExchange: Bool) async throws {
        try await Papers.serve { papers in
            let history = try await History(papers, canExchange: canExchange)
            let faults = history.calls.all.flatMap { call in Self.errors.map { (call, $0) } }
            let tried = LongForm.some(4, of: faults, for: "errors")
            for (call, code) in tried {
                try await check(history, DiskFault(strike: (call.number, .error(code))), call, code)
            }
            LongForm.tell("\(tried.count) calls that failed once, exchange \(canExchange)")
        }
    }

    @Test func aDiskThatStaysFullLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers)
            let calls = LongForm.some(3, of: history.calls.all, for: "full")
            for call in calls {
                try await check(history, DiskFault(strike: (call.number, .error(ENOSPC, lasts: true))), call, ENOSPC)
            }
            LongForm.tell("\(calls.count) disks that stayed full")
        }
    }

    private func check(_ history: History, _ fault: DiskFault, _ call: DiskCalls.Call, _ code: Int32) async throws {
        let suffering = try await history.suffer(fault)
        let place = "\(call.number) \(call.name) \(call.path) \(String(cString: strerror(code)))"
        let ending = suffering.run.ending
        #expect(ending.code == 0 || ending.code == 1, "\(place): ended with \(ending.code), \(ending.complaint)")
        if ending.code == 1 { #expect(!ending.complaint.isEmpty, "\(place): ended without a word") }
        if suffering.saysOld { Issue.record("\(place): the new site is there after \(ending.complaint)") }
        for problem in suffering.problems { Issue.record("\(place): \(problem) [\(ending.code) \(ending.complaint)]") }
    }
}
