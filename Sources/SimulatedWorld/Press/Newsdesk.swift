import Foundation

/// All that the simulated press has said by one night: every outlet's articles, newest first.
///
/// What happens is a function of time and seed alone: whichever night asks, the story of a given day is the same one,
/// told by the same outlets at the same minutes. So a later night finds the earlier one's stories in the back catalogue.
struct SimulatedPress: Sendable {
    private let articlesBySource: [String: [Article]]

    /// How far back feeds reach.
    private static let days = 5
    private static let mostEntries = 24

    init(_ sources: [SimulatedSource], night: SimulatedNight) {
        let newsdesk = Newsdesk(sources: sources, seed: night.seed)
        let reports = ((night.day - Self.days)...night.day).flatMap { newsdesk.reports(on: $0) }
            .filter { $0.published <= night.now }
        let bySource = Dictionary(grouping: reports, by: \.source)
        articlesBySource = Dictionary(
            uniqueKeysWithValues: sources.map { source in
                let writer = Writer(source: source, night: night)
                return (source.id, Array(writer.articles(bySource[source.id] ?? []).prefix(Self.mostEntries)))
            })
    }

    func articles(of source: SimulatedSource) -> [Article] {
        articlesBySource[source.id] ?? []
    }
}

/// That one outlet tells one story at one time.
struct Report: Sendable, Hashable {
    let source: String
    let template: StoryTemplate
    let filling: Filling
    let stage: Int
    /// Which of the story's wordings is used; outlets with the same one print the same agency copy.
    let wording: Int
    let isAgencyCopy: Bool
    let published: Date
}

/// Decides what happens on a day, and who reports it.
struct Newsdesk: Sendable {
    private let sources: [SimulatedSource]
    private let seed: UInt64

    /// Days between the beginnings of two developing stories of a section.
    private static let spacing = 3
    /// The most stories of a section and a day that one outlet has to itself.
    private static let mostOwn = 5
    /// How many of a section's last templates are kept for its weekly paper.
    private static let weeklyReserve = 6
    /// The most outlets that tell one story.
    private static let mostTellers = 6

    init(sources: [SimulatedSource], seed: UInt64) {
        self.sources = sources.filter { !$0.kind.isForum }
        self.seed = seed
    }

    func reports(on day: Int) -> [Report] {
        SimulatedSource.Section.allCases.flatMap { section in
            let templates = Storybook.standard.templates(of: section)
            let great = turn(templates.filter { $0.isGreat && !$0.isDeveloping }, take: 1, on: day, section)
                .map { Happening(template: $0, filling: Filling($0, seed: seed, firstDay: day), stage: 0, day: day) }
            let developing = developing(templates.filter(\.isDeveloping), on: day)
            return (great + developing).flatMap { greatReports($0, section) }
                + ownReports(templates.filter { !$0.isGreat }, on: day, section)
        }
    }

    private struct Happening {
        let template: StoryTemplate
        let filling: Filling
        let stage: Int
        let day: Int
    }

    /// The templates whose turn it is: a shuffled ring, so many of them a day, none again before all were told.
    private func turn(
        _ templates: [StoryTemplate], take count: Int, on day: Int, _ section: SimulatedSource.Section
    ) -> [StoryTemplate] {
        guard !templates.isEmpty else { return [] }
        var generator = SeededGenerator(seed, "ring", section.rawValue)
        let ring = generator.shuffled(templates)
        return (0..<min(count, ring.count)).map { ring[(day * count + $0) % ring.count] }
    }

    private func developing(_ templates: [StoryTemplate], on day: Int) -> [Happening] {
        templates.enumerated().compactMap { index, template in
            let period = templates.count * Self.spacing
            let stage = (day + index * Self.spacing) % period
            guard stage < template.stages.count else { return nil }
            let filling = Filling(template, seed: seed, firstDay: day - stage)
            return Happening(template: template, filling: filling, stage: stage, day: day)
        }
    }

    /// Everybody's story: each outlet in its own words, and some with the same agency copy.
    private func greatReports(_ happening: Happening, _ section: SimulatedSource.Section) -> [Report] {
        let wordings = happening.template.stages[happening.stage].headlines.count
        var generator = SeededGenerator(seed, "tellers", happening.filling.key)
        let tellers = generator.shuffled(sources.filter { $0.reports(section) })
            .prefix(min(wordings + 1, Self.mostTellers))
        let begins = instant(on: happening.day, happening.filling.key + "\(happening.stage)", hours: 6..<20)
        let retellers = sources.filter { $0.content == .retold && $0.section == section }
        return (Array(tellers) + retellers).enumerated().map { place, source in
            let isCopy = place >= wordings
            return Report(
                source: source.id, template: happening.template, filling: happening.filling, stage: happening.stage,
                wording: isCopy ? 0 : place, isAgencyCopy: isCopy,
                published: begins.addingTimeInterval(Double(place) * 420 + Double(generator.below(1500))))
        }
    }

    /// The stories that one outlet has to itself, dealt out in turn.
    private func ownReports(
        _ templates: [StoryTemplate], on day: Int, _ section: SimulatedSource.Section
    ) -> [Report] {
        let daily = sources.filter { $0.section == section && $0.isDaily }
        let weekly = sources.filter { $0.section == section && $0.content == .weekly }
        let isSunday = UTCTime(dayNumber: day).weekday == 0
        let everyday = weekly.isEmpty ? templates : templates.dropLast(Self.weeklyReserve)
        let dealt =
            turn(Array(everyday), take: min(daily.count, Self.mostOwn), on: day, section).enumerated()
            .map { ($1, daily[(day * Self.mostOwn + $0) % daily.count]) }
        let sundays =
            isSunday && !weekly.isEmpty
            ? turn(Array(templates.suffix(Self.weeklyReserve)), take: 3, on: day / 7, section).map { ($0, weekly[0]) }
            : []
        return (dealt + sundays).map { template, source in
            let filling = Filling(template, seed: seed, firstDay: day)
            return Report(
                source: source.id, template: template, filling: filling, stage: 0, wording: 0, isAgencyCopy: false,
                published: instant(on: day, filling.key, hours: 4..<24))
        }
    }

    private func instant(on day: Int, _ key: String, hours: Range<Int>) -> Date {
        var generator = SeededGenerator(seed, "instant", key)
        let second = hours.lowerBound * 3600 + generator.below(hours.count * 3600)
        return Date(timeIntervalSince1970: Double(day * 86_400 + second))
    }
}

extension SimulatedSource {
    /// Whether it has stories of its own every day.
    fileprivate var isDaily: Bool {
        if case .reported = content { return true }
        return false
    }

    /// Whether it tells the great stories of a section.
    fileprivate func reports(_ section: Section) -> Bool {
        guard case .reported(let also) = content else { return false }
        return self.section == section || also.contains(section)
    }
}
