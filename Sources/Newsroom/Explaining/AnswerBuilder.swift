import Curation
import Foundation
import NewsModel
import NewsStore
import Publishing
import Settings

/// Turns what the store recalls into an answer: the tellings of one story are one finding, and what stands in the
/// edition that was asked about goes before everything else.
struct AnswerBuilder {
    let settings: Settings
    let store: NewsStore
    /// The edition that was asked about.
    let edition: Edition

    /// How many stories a list names.
    private static let mostNamed = 20

    func answer(_ found: [StoryHistory]) throws -> StoryAnswer {
        let here = found.filter { $0.told[edition.date] != nil || $0.leftOut[edition.date] != nil }
        let findings = try distinct(here.isEmpty ? found : here).map(finding)
        if findings.count == 1, let finding = findings.first { return .one(finding) }
        return .several(
            Array(findings.prefix(Self.mostNamed)), more: max(0, findings.count - Self.mostNamed))
    }

    /// One history of each cluster: that of its lead, where that was found.
    private func distinct(_ found: [StoryHistory]) throws -> [StoryHistory] {
        var kept: [StoryHistory] = []
        var places: [String: Int] = [:]
        for history in found {
            let (date, lead) = telling(of: history)
            let name = date.map { "\($0) \(lead ?? history.story.id)" } ?? history.story.id.rawValue
            guard let place = places[name] else {
                places[name] = kept.count
                kept.append(history)
                continue
            }
            if history.story.id == lead { kept[place] = history }
        }
        return kept
    }

    /// The date on which a story is told: that of the edition, or else the last; and the lead of its cluster there.
    private func telling(of history: StoryHistory) -> (date: EditionDate?, lead: StoryID?) {
        if let lead = history.told[edition.date] { return (edition.date, lead) }
        if history.leftOut[edition.date] != nil { return (nil, nil) }
        let last = history.told.max { $0.key < $1.key }
        return (last?.key, last?.value)
    }

    private func finding(_ history: StoryHistory) throws -> StoryFinding {
        let (date, standing) = try standing(of: history)
        let others = history.told.keys.filter { $0 != date }
        let elsewhere = try others.map { date in
            (date, try self.edition(of: date).flatMap { page(of: history, in: $0) })
        }
        return StoryFinding(
            story: history.story, outlet: outlet(of: history.story), standing: standing,
            missingFrom: date == edition.date ? nil : edition.date,
            toldElsewhere: Dictionary(uniqueKeysWithValues: elsewhere))
    }

    private func standing(of history: StoryHistory) throws -> (EditionDate?, StoryFinding.Standing) {
        if history.told[edition.date] == nil, let leftOut = history.leftOut[edition.date] {
            return (edition.date, .leftOut(leftOut, on: edition.date, rivals: edition.clusters(fillingCapOf: leftOut)))
        }
        if let date = telling(of: history).date {
            guard let told = try self.edition(of: date), let place = EditionPosition(of: history.story.id, in: told)
            else { return (date, .forgotten(date)) }
            return (date, .told(place, on: date, page: address(of: place.cluster, on: date)))
        }
        if let (date, leftOut) = history.leftOut.max(by: { $0.key < $1.key }) {
            let rivals = try self.edition(of: date).map { $0.clusters(fillingCapOf: leftOut) } ?? []
            return (date, .leftOut(leftOut, on: date, rivals: rivals))
        }
        return (nil, .absent(history.absence ?? .notYet))
    }

    private func edition(of date: EditionDate) throws -> Edition? {
        date == edition.date ? edition : try store.edition(of: date)
    }

    private func page(of history: StoryHistory, in edition: Edition) -> String? {
        EditionPosition(of: history.story.id, in: edition).map { address(of: $0.cluster, on: edition.date) }
    }

    /// On the published site where that has an address, else in the folder.
    private func address(of cluster: Cluster, on date: EditionDate) -> String {
        let path = SitePaths.story(cluster, on: date)
        return settings.site.url.map { $0 + path } ?? "\(settings.output)/\(path)"
    }

    private func outlet(of story: Story) -> String {
        edition.sourceTitles[story.source] ?? story.source.rawValue
    }
}
