import Foundation
import SimulatedWorld
import TestSupport
import Testing

/// A call to the file system that fails ends the run with a sentence, or does not matter: the site is whole, the state is
/// sound, and the next run makes of them what would have been made without.
@Suite(.enabled(if: DiskFault.isPossible), .timeLimit(.minutes(LongForm.minutes)))
struct FailingDiskTests {
    private static let errors = [ENOSPC, EIO, EDQUOT, EROFS]

    @Test func aCallThatFailsLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers)
            try await failOnce(history, 4)
            let full = LongForm.some(2, of: history.calls.all, for: "full")
            for call in full {
                try await check(history, DiskFault(strike: (call.number, .error(ENOSPC, lasts: true))), call, ENOSPC)
            }
            LongForm.tell("\(full.count) disks that stayed full")
            // A commit that fails leaves the site as it was too.
            let commit = DiskFault(strike: (try history.calls.fromSwapToCommit(), .error(EIO)), from: "exchange")
            let suffering = try await check(history, commit, history.calls.all[0], EIO)
            #expect(suffering.run.ending.code == 1 && !suffering.isNew)
        }
    }

    @Test func aCallThatFailsWhereFilesAreReplacedOneByOneLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers, canExchange: false)
            try await failOnce(history, 3)
            // What made way goes after everything else: nothing of it is left in the site.
            let goes = try #require(
                history.calls.all.last { $0.name == "unlink" && $0.path.contains("/.broadsheet-old-") })
            try await check(history, DiskFault(strike: (goes.number, .error(EIO))), goes, EIO)
        }
    }

    /// A large site is built on what the run before it left.
    @Test func aCallThatFailsWhereMuchLiesReadyLosesNothing() async throws {
        try await Papers.serve { papers in
            try await failOnce(try await History(papers, ownFiles: 600), 2) { $0.path.contains(".staging") }
        }
    }

    private func failOnce(
        _ history: History, _ count: Int, where isMeant: (DiskCalls.Call) -> Bool = { _ in true }
    ) async throws {
        let faults = history.calls.all.filter(isMeant).flatMap { call in Self.errors.map { (call, $0) } }
        let tried = LongForm.some(count, of: faults, for: "errors")
        for (call, code) in tried {
            try await check(history, DiskFault(strike: (call.number, .error(code))), call, code)
        }
        LongForm.tell("\(tried.count) calls that failed once, exchange \(history.project.canExchange)")
    }

    @discardableResult
    private func check(
        _ history: History, _ fault: DiskFault, _ call: DiskCalls.Call, _ code: Int32
    ) async throws -> Suffering {
        let suffering = try await history.suffer(fault)
        let place = "\(call.number) \(call.name) \(call.path) \(String(cString: strerror(code)))"
        let ending = suffering.run.ending
        #expect(ending.code == 0 || ending.code == 1, "\(place): ended with \(ending.code), \(ending.complaint)")
        if ending.code == 1 { #expect(!ending.complaint.isEmpty, "\(place): ended without a word") }
        if suffering.saysOld { Issue.record("\(place): the new site is there after \(ending.complaint)") }
        for problem in suffering.problems { Issue.record("\(place): \(problem) [\(ending.code) \(ending.complaint)]") }
        return suffering
    }
}
