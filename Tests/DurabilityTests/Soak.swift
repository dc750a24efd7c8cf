import Foundation
import NewsModel
import SimulatedWorld
import TestSupport
import Testing

/// A project through nights of trouble, with what is known of where each story belongs.
struct Soak {
    /// How long editions are kept, in days.
    private static let kept = 12
    private static let errors = [ENOSPC, EIO, EDQUOT, EROFS]

    private let papers: Papers
    private let project: Project
    private var chance: SeededGenerator
    /// The states of former nights, oldest first.
    private var states: [Data] = []
    /// Where and under which id each story was found first.
    private var places: [String: Place] = [:]
    /// The first night that comes after all that a clock that was ahead has told.
    private var trustedFrom = 0
    /// The latest time that a run was told: what is kept is counted from there, whether it made an edition or not.
    private var latestRun = Project.night
    private(set) var sizes: [Int] = []
    private(set) var tally: [String: Int] = [:]

    private struct Place: Hashable {
        var edition: String
        var id: String
    }

    init(_ papers: Papers, seed: UInt64) throws {
        self.papers = papers
        project = try Project(papers.configuration(extra: "keep: {editions: \(Self.kept)d, state: 20d}"))
        chance = SeededGenerator(seed, "soak")
    }

    enum Trouble: String, CaseIterable {
        case none, kill, killAndNoMore, error, full, lostState, oldState, brokenState, clockAhead, clockBehind, again
        case noRun
    }

    /// Lets a night pass, with its trouble, and checks what it left.
    mutating func pass(_ night: Int) async throws {
        let now = Project.night(night)
        papers.appear(at: now)
        let trouble = night == 0 ? .none : draw(on: night)
        tally[trouble.rawValue, default: 0] += 1
        let name = "night \(night), \(trouble)"
        LongForm.tell(name)
        switch trouble {
        case .noRun: return
        case .none: break
        case .kill, .killAndNoMore, .error, .full: try await hinder(trouble, now, name)
        case .lostState, .oldState, .brokenState: try lose(trouble)
        case .clockAhead: try await succeed(now.addingTimeInterval(Double(1 + chance.below(2)) * 86_400), name)
        case .clockBehind: try await succeed(now.addingTimeInterval(Double(-1 - chance.below(2)) * 86_400), name)
        case .again:
            try await succeed(now, name)
            papers.appear(at: now.addingTimeInterval(3600))
        }
        if trouble == .killAndNoMore { return }
        try await succeed(now.addingTimeInterval(7200), name)
        try await rest(now.addingTimeInterval(7260), name)
        let state = try Data(contentsOf: project.state)
        sizes.append(state.count)
        states = (states + [state]).suffix(5)
    }

    /// Not a state that is lost right after the clock was ahead: by what is left, stories between the true night and the
    /// wrong one are from before the last edition, and so taken for what a source that is new has in its back catalogue.
    private mutating func draw(on night: Int) -> Trouble {
        let trouble = Trouble.allCases[chance.below(Trouble.allCases.count)]
        switch trouble {
        case .lostState, .oldState, .brokenState: return night > trustedFrom ? trouble : .none
        case .clockAhead: trustedFrom = night + 3
        case .none, .kill, .killAndNoMore, .error, .full, .clockBehind, .again, .noRun: break
        }
        return trouble
    }

    /// A run that is killed, or whose disk fails, at some call.
    private mutating func hinder(_ trouble: Trouble, _ now: Date, _ name: String) async throws {
        let blow: DiskFault.Blow =
            switch trouble {
            case .error: .error(Self.errors[chance.below(Self.errors.count)])
            case .full: .error(ENOSPC, lasts: true)
            default: .kill
            }
        latestRun = max(latestRun, now)
        let run = try await project.run(now, DiskFault(strike: (1 + chance.below(260), blow)))
        try await check("\(name), hindered [\(run.ending.code) \(run.ending.complaint)]")
    }

    private mutating func lose(_ trouble: Trouble) throws {
        try FileManager.default.removeItem(at: project.state)
        switch trouble {
        case .oldState: try states[chance.below(states.count)].write(to: project.state)
        case .brokenState: try Data("no database".utf8).write(to: project.state)
        default: break
        }
    }

    /// A run that nothing hinders: it tells all that there is.
    private mutating func succeed(_ now: Date, _ name: String) async throws {
        latestRun = max(latestRun, now)
        let run = try await project.run(now)
        #expect(run.ending.code == 0, "\(name): \(run.ending.complaint)")
        try await check(name)
        #expect(try project.leftovers() == [], "\(name)")
        let untold = papers.addresses.subtracting(places.keys).sorted()
        #expect(untold == [], "\(name): not told")
    }

    /// A run that has nothing to tell touches nothing but what says how it went.
    private mutating func rest(_ now: Date, _ name: String) async throws {
        let before = try SiteTree(of: project.site)
        try await succeed(now, name)
        let after = try SiteTree(of: project.site)
        #expect(after.rewritten(since: before) == [], "\(name): written again")
    }

    /// The site is whole and the state sound; what an edition told it tells for as long as it is kept, under the same id,
    /// and no other tells it.
    private mutating func check(_ name: String) async throws {
        let site = try SiteCheck(project.site)
        #expect(site.problems() == [], "\(name)")
        #expect(try await StateCheck.problems(project) == [], "\(name)")
        let editions = site.editions
        for (date, stories) in editions {
            for story in stories {
                let place = Place(edition: date, id: story.id)
                let known = places[story.url, default: place]
                #expect(known == place, "\(name): \(story.url)")
                places[story.url] = known
            }
            #expect(Set(site.entries(of: date.replacing("-", with: "/") + "/atom.xml")).count > 0, "\(name): \(date)")
        }
        let oldest = EditionDate(latestRun, in: .gmt).adding(days: -Self.kept).description
        for (url, place) in places where place.edition >= oldest {
            #expect(editions[place.edition]?.contains { $0.url == url } == true, "\(name): \(url) is gone")
        }
    }
}
