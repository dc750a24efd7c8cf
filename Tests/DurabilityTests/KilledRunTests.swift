import Foundation
import SimulatedWorld
import TestSupport
import Testing

/// A run that is killed leaves a whole site and a sound state, and the next one, or the next night's, makes of them what
/// would have been made without.
@Suite(.enabled(if: DiskFault.isPossible), .timeLimit(.minutes(LongForm.minutes)))
struct KilledRunTests {
    @Test func aKillAtACallToTheFileSystemLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers)
            let calls = LongForm.some(4, of: history.calls.all, for: "kills")
            for call in calls { try await check(history, DiskFault(strike: (call.number, .kill)), "\(call)") }
            let between = try history.calls.fromSwapToCommit()
            for number in LongForm.isAsked ? Array(1...between) : [1, between] {
                let fault = DiskFault(strike: (number, .kill), from: "exchange")
                let suffering = try await check(history, fault, "call \(number) after the swap")
                #expect(suffering.run.isKilled && suffering.isNew && suffering.isNoted)
            }
            LongForm.tell("\(calls.count) kills at calls, \(between) between swap and commit")
        }
    }

    /// A large site is built on what the run before it left.
    @Test func aKillWhereMuchLiesReadyLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers, ownFiles: 600)
            // The first two nights have made the folder; this one works within it.
            #expect(history.calls.all.allSatisfy { $0.name != "link" || !$0.path.contains("/own/") })
            let within = history.calls.all.filter { $0.path.contains(".staging") }
            let calls = LongForm.some(2, of: within, for: "kills")
            for call in calls { try await check(history, DiskFault(strike: (call.number, .kill)), "\(call)") }
            LongForm.tell("\(calls.count) kills at calls where much lies ready")
        }
    }

    @Test func aKillAmongFilesThatAreReplacedOneByOneLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers, canExchange: false)
            let calls = LongForm.some(2, of: history.calls.all, for: "kills")
            for call in calls { try await check(history, DiskFault(strike: (call.number, .kill)), "\(call)") }
            // The list of what is coming stands there; then, after one file of the new edition, and after three.
            for number in [1, 2, 4] {
                let fault = DiskFault(strike: (number, .kill), from: "rename")
                let suffering = try await check(history, fault, "call \(number) after the list")
                #expect(suffering.run.isKilled)
            }
            LongForm.tell("\(calls.count) kills at calls where files are replaced one by one")
        }
    }

    /// The oldest edition goes while files are replaced one by one: the next run knows what is left of it for its own.
    @Test func aKillWhileAnEditionIsRemovedLeavesNothingOfItBehind() async throws {
        try await Papers.serve { papers in
            var project = try Project(papers.configuration(extra: "keep: {editions: 1d}"))
            project.canExchange = false
            for night in 0..<2 {
                papers.appear(at: Project.night(night))
                let run = try await project.run(Project.night(night))
                try #require(run.ending.code == 0, "\(run.ending.complaint)")
            }
            papers.appear(at: Project.night(2))
            let whole = try await project.copy()
            let moves = try await whole.run(Project.night(2)).calls.all.filter { $0.name == "rename" }
            let editions = try SiteCheck(whole.site).editions
            #expect(editions.count == 2)
            // Counted from the first, since what comes before is the state's. The last one takes something away, or tells
            // that all is done.
            let start = try #require(moves.first).number
            for call in LongForm.some(3, of: moves.dropFirst().dropLast(), for: "removals") + moves.suffix(1) {
                let project = try await project.copy()
                let fault = DiskFault(strike: (call.number - start, .kill), from: "rename")
                let run = try await project.run(Project.night(2), fault)
                #expect(run.isKilled)
                let again = try await project.run(Project.night(2))
                #expect(again.ending.code == 0, "\(call): \(again.ending.complaint)")
                let site = try SiteCheck(project.site)
                for problem in try site.problems() + project.leftovers() { Issue.record("\(call): \(problem)") }
                #expect(Set(site.editions.keys) == Set(editions.keys), "\(call)")
            }
            LongForm.tell("\(moves.count) kills while an edition was removed")
        }
    }

    @Test(.enabled(if: LongForm.isAsked)) func aKillAtAnyMomentLosesNothing() async throws {
        try await Papers.serve { papers in
            let history = try await History(papers)
            var chance = SeededGenerator(LongForm.seed, "moments")
            let moments = (0..<200).map { _ in history.elapsed * chance.below(1000) / 1000 }
            var killed = 0
            for moment in moments {
                let suffering = try await check(history, DiskFault(killAfter: moment), "after \(moment)")
                if suffering.run.isKilled { killed += 1 }
            }
            LongForm.tell("\(moments.count) kills at moments, \(killed) of them before the end")
        }
    }

    @discardableResult
    private func check(_ history: History, _ fault: DiskFault, _ place: String) async throws -> Suffering {
        let suffering = try await history.suffer(fault)
        if fault.strike != nil { #expect(suffering.run.isKilled || !suffering.run.calls.isStruck, "\(place)") }
        for problem in suffering.problems { Issue.record("killed at \(place): \(problem)") }
        return suffering
    }
}
