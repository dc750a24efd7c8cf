import Foundation
import TestSupport
import Testing

/// A project after two nights, and what the third and the fourth make of it where nothing goes wrong.
struct History {
    private static let nights = 2

    let papers: Papers
    let project: Project
    /// The sites before and after the third night.
    let before: SiteTree
    let after: SiteTree
    /// The site after the third night where it is run once more: why stories are told together is said in other words.
    let afterAgain: SiteTree
    /// The sites after the fourth: with the third night, and where that never was.
    let later: SiteTree
    let laterWithout: SiteTree
    /// What the third night asked of the disk, and how long it took.
    let calls: DiskCalls
    let elapsed: Duration

    /// With so many files of the user's own in the output.
    init(_ papers: Papers, canExchange: Bool = true, ownFiles: Int = 0) async throws {
        self.papers = papers
        var project = try Project(papers.configuration(extra: "keep: {editions: 40d}"))
        project.canExchange = canExchange
        try project.addOwnFiles(ownFiles)
        for night in 0..<Self.nights {
            papers.appear(at: Project.night(night))
            try await Self.succeed(project, night)
        }
        self.project = project
        before = try SiteTree(of: project.site)
        papers.appear(at: Project.night(Self.nights))
        let whole = try await project.copy()
        let begun = ContinuousClock.now
        calls = try await Self.succeed(whole, Self.nights)
        elapsed = ContinuousClock.now - begun
        after = try SiteTree(of: whole.site)
        let twice = try await whole.copy()
        try await Self.succeed(twice, Self.nights)
        afterAgain = try SiteTree(of: twice.site)
        let without = try await project.copy()
        papers.appear(at: Project.night(Self.nights + 1))
        try await Self.succeed(whole, Self.nights + 1)
        later = try SiteTree(of: whole.site)
        try await Self.succeed(without, Self.nights + 1)
        laterWithout = try SiteTree(of: without.site)
        papers.rewind(to: Self.nights + 1)
    }

    @discardableResult
    private static func succeed(_ project: Project, _ night: Int) async throws -> DiskCalls {
        let run = try await project.run(Project.night(night))
        try #require(run.ending.code == 0, "\(run.ending.complaint)")
        #expect(try SiteCheck(project.site).problems() == [])
        return run.calls
    }

    /// Lets the third night go wrong, and checks what that left behind, and what the next runs make of it.
    func suffer(_ fault: DiskFault) async throws -> Suffering {
        let project = try await project.copy()
        let run = try await project.run(Project.night(Self.nights), fault)
        var suffering = Suffering(run: run)
        let site = try SiteCheck(project.site)
        suffering.isNew = site.tree.isSame(as: after)
        suffering.isNoted = FileManager.default.fileExists(atPath: project.folder.path("state/state.sqlite.untold"))
        if project.canExchange || !run.isKilled {
            suffering.note(site.problems(), "then")
            if !suffering.isNew { suffering.note(site.tree.differences(from: before), "neither site, then") }
        }
        if run.ending.code == 0, !suffering.isNew { suffering.note(["the site is not new"], "published") }
        if run.ending.code == 1, suffering.isNew { suffering.saysOld = true }
        suffering.note(try await StateCheck.problems(project), "then")
        let later = try await project.copy()
        try await again(project, &suffering)
        try await nextNight(later, &suffering)
        return suffering
    }

    private func again(_ project: Project, _ suffering: inout Suffering) async throws {
        let run = try await project.run(Project.night(Self.nights))
        if run.ending.code != 0 { suffering.note([run.ending.complaint], "run again") }
        let site = try SiteCheck(project.site)
        suffering.note(site.problems(), "run again")
        if !site.tree.isSame(as: after) { suffering.note(described(site.tree, afterAgain), "run again, another site") }
        suffering.note(try await StateCheck.problems(project) + project.leftovers(), "run again")
    }

    private func described(_ tree: SiteTree, _ wanted: SiteTree) -> [String] {
        tree.differences(from: wanted).map { "\($0): \(tree.difference(at: $0, from: wanted))" }
    }

    private func nextNight(_ project: Project, _ suffering: inout Suffering) async throws {
        papers.appear(at: Project.night(Self.nights + 1))
        defer { papers.rewind(to: Self.nights + 1) }
        let run = try await project.run(Project.night(Self.nights + 1))
        if run.ending.code != 0 { suffering.note([run.ending.complaint], "a night later") }
        let site = try SiteCheck(project.site)
        suffering.note(site.problems(), "a night later")
        let differences = [later, laterWithout].map(site.tree.differences)
        if !differences.contains([]) {
            suffering.note(described(site.tree, suffering.isNew ? later : laterWithout), "a night later, another site")
        }
        suffering.note(try await StateCheck.problems(project) + project.leftovers(), "a night later")
    }
}

/// What a night that went wrong led to.
struct Suffering {
    let run: Project.Run
    /// Whether the site that it left is the new one.
    var isNew = false
    /// Whether it left a note of an edition that nobody was told of.
    var isNoted = false
    /// Whether it said that the site is as it was, and it is not.
    var saysOld = false
    private(set) var problems: [String] = []

    init(run: Project.Run) {
        self.run = run
    }

    mutating func note(_ problems: [String], _ when: String) {
        self.problems += problems.prefix(6).map { "\(when): \($0)" }
    }
}
