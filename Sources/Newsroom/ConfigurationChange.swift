import Crypto
import Foundation
import NewsModel
import Settings
import WebText

/// Whether the configuration that decides what an edition tells is another than when the edition was made: a run of a date
/// whose edition exists holds to what that tells.
struct ConfigurationChange {
    /// That of the configuration which the edition of this run was made with.
    let fingerprint: String
    /// What a person should know: at most one sentence.
    let notes: [String]

    /// Compares with the configuration that made `edition`, that of the date as it was before this run.
    init(request: RunRequest, edition: Edition?) {
        let current = request.settings.curationFingerprint
        guard let made = request.isFresh ? nil : edition?.curation else { (fingerprint, notes) = (current, []); return }
        fingerprint = made
        notes = made == current ? [] : [Self.sentence(for: request)]
    }

    private static func sentence(for request: RunRequest) -> String {
        let date = request.editionDate
        let isToday = date == EditionDate(request.now, in: request.settings.site.timeZone)
        let remedy = isToday ? "run --fresh" : "edition rebuild \(date) --fresh"
        return "The configuration has changed since the edition of \(date) was made; what it tells stays as it is: "
            + "`broadsheet \(remedy)` makes it anew."
    }
}

extension Settings {
    /// A hash of all that decides what an edition tells, but for what counts on every run: `mute` and `min-stories`.
    var curationFingerprint: String {
        let decisive = CurationSettings(self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        do {
            return Hex.text(SHA256.hash(data: try encoder.encode(decisive)).prefix(8))
        } catch {
            preconditionFailure("settings that cannot be encoded: \(error)")
        }
    }
}

/// The part of the configuration that decides what an edition tells.
private struct CurationSettings: Encodable {
    private let edition: EditionPolicy
    private let ranking: RankingPolicy
    private let sections: [SectionRule]
    private let sources: [String: SourceRules]

    private struct SourceRules: Encodable {
        let section: String
        let weight: Double
        let only: [String]
        let skip: [String]
    }

    init(_ settings: Settings) {
        var (edition, ranking) = (settings.edition, settings.ranking)
        edition.minStories = 0
        ranking.mute = []
        self.edition = edition
        self.ranking = ranking
        sections = settings.sections
        sources = Dictionary(
            settings.sources.map {
                ($0.id.rawValue, SourceRules(section: $0.section, weight: $0.weight, only: $0.only, skip: $0.skip))
            }, uniquingKeysWith: { first, _ in first })
    }
}
