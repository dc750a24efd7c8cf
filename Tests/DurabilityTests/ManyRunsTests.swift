import Foundation
import TestSupport
import Testing

/// Of runs that start at once one publishes, and the others say so.
@Suite(.timeLimit(.minutes(LongForm.minutes)))
struct ManyRunsTests {
    @Test(arguments: [2, 10])
    func oneOfManyPublishes(count: Int) async throws {
        try await Papers.serve { papers in
            let project = try Project(papers.configuration(extra: ""))
            papers.appear(at: Project.night)
            papers.holdBack(until: count - 1)
            let endings = try await Self.runs(count, of: project, refusedBy: papers)
            let refused = endings.filter { $0.code == 1 }
            #expect(endings.count { $0.code == 0 } == 1 && refused.count == count - 1, "\(endings)")
            #expect(refused.allSatisfy { $0.complaint.contains("Another run is at work") }, "\(refused)")
            let site = try SiteCheck(project.site)
            #expect(site.problems() == [])
            #expect(Set(site.editions.values.joined().map(\.url)) == papers.addresses)
            #expect(try await StateCheck.problems(project) + project.leftovers() == [])
        }
    }

    private static func runs(
        _ count: Int, of project: Project, refusedBy papers: Papers
    ) async throws -> [Program.Ending] {
        try await withThrowingTaskGroup(of: Program.Ending.self) { group in
            for _ in 0..<count { group.addTask { try await Self.run(project, papers) } }
            var endings: [Program.Ending] = []
            for try await ending in group { endings.append(ending) }
            return endings
        }
    }

    private static func run(_ project: Project, _ papers: Papers) async throws -> Program.Ending {
        let ending = try await project.run(Project.night, nil).ending
        if ending.code != 0 { papers.oneIsRefused() }
        return ending
    }
}
