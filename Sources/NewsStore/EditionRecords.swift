import Foundation
import GRDB
import NewsModel

/// A row of `edition`.
struct EditionRecord: StoredRecord {
    static let databaseTableName = "edition"

    /// How many stories were left out for a reason; those that are named have rows of their own.
    struct OmissionCount: Codable {
        let reason: Edition.LeftOut.Reason
        let count: Int
        let causes: [SourceID]
    }

    let date: EditionDate
    let run: Int64
    let generated: Date
    let stories: Int
    let headline: String?
    let sourceTitles: SourceTitles
    let sourcesAsked: Int
    let sourcesAnswered: Int
    let omissions: [OmissionCount]
    let digestHash: String?
    let digestUpdated: Date?
    let curation: String?
    /// `nil` where it keeps none.
    let pictures: [PictureCopy]?
    let isAnnounced: Bool

    init(_ edition: Edition, run: Int64) {
        let clusters = edition.clusters
        date = edition.date
        self.run = run
        generated = edition.generated
        stories = clusters.count
        headline = clusters.first?.lead.title
        sourceTitles = SourceTitles(byID: edition.sourceTitles)
        sourcesAsked = edition.sourcesAsked
        sourcesAnswered = edition.sourcesAnswered
        omissions = edition.omissions.map { OmissionCount(reason: $0.reason, count: $0.count, causes: $0.causes) }
        digestHash = edition.digest?.hash
        digestUpdated = edition.digest?.updated
        curation = edition.curation
        pictures = edition.pictures.isEmpty ? nil : edition.pictures
        isAnnounced = edition.isAnnounced
    }

    var digest: EntryMark? { EntryMark(hash: digestHash, updated: digestUpdated) }
}

/// What sources were called, as a list of ids and names in the order of the ids: the same edition gives the same row.
struct SourceTitles: Codable {
    let byID: [SourceID: String]

    init(byID: [SourceID: String]) { self.byID = byID }

    init(from decoder: any Decoder) throws { byID = try [SourceID: String](from: decoder) }

    func encode(to encoder: any Encoder) throws {
        var list = encoder.unkeyedContainer()
        for (id, title) in byID.sorted(by: { $0.key < $1.key }) {
            try list.encode(id)
            try list.encode(title)
        }
    }
}

/// A row of `cluster`.
struct ClusterRecord: StoredRecord {
    static let databaseTableName = "cluster"

    let date: EditionDate
    let position: Int64
    /// The index of its section, and the name of that.
    let section: Int
    let heading: String
    /// `nil` for NaN, which SQLite does not keep.
    let score: Double?
    let updates: EditionDate?
    let factors: String?
    let notes: String?
    let entryHash: String?
    let entryUpdated: Date?

    init(_ cluster: Cluster, on date: EditionDate, position: Int64, section: Int, heading: String) {
        self.date = date
        self.position = position
        self.section = section
        self.heading = heading
        score = cluster.score
        updates = cluster.updates
        // As JSON they would take longer to read than all else of an edition.
        factors = TextList.joined(cluster.explanation.factors.flatMap { [$0.name, "\($0.value)", $0.reason] })
        notes = TextList.joined(cluster.explanation.notes)
        entryHash = cluster.entry?.hash
        entryUpdated = cluster.entry?.updated
    }

    /// The cluster of some stories, the lead first.
    func cluster(of stories: [Story], bonds: [Explanation.Bond]) throws -> Cluster {
        let texts = TextList.texts(factors)
        let factors = try stride(from: 0, to: texts.count, by: 3).map { start in
            guard start + 2 < texts.count, let value = Double(texts[start + 1]) else {
                throw StoreError.damage("a score is made of what is no number")
            }
            return Explanation.Factor(name: texts[start], value: value, reason: texts[start + 2])
        }
        return Cluster(
            lead: stories[0], also: Array(stories.dropFirst()), score: score ?? .nan,
            explanation: Explanation(factors: factors, notes: TextList.texts(notes), bonds: bonds), updates: updates,
            entry: EntryMark(hash: entryHash, updated: entryUpdated))
    }
}

extension EntryMark {
    /// `nil` where one of the two is not known.
    fileprivate init?(hash: String?, updated: Date?) {
        guard let hash, let updated else { return nil }
        self.init(hash: hash, updated: updated)
    }
}

/// A row of `bond`: why two stories of a cluster are held to be one.
struct BondRecord: StoredRecord {
    static let databaseTableName = "bond"

    let date: EditionDate
    let position: Int64
    let ordinal: Int
    let one: StoryID
    let other: StoryID
    let kind: Evidence.Kind
    let detail: String?
    let similarity: Double?

    init(_ bond: Explanation.Bond, on date: EditionDate, position: Int64, ordinal: Int) {
        self.date = date
        self.position = position
        self.ordinal = ordinal
        one = bond.one
        other = bond.other
        kind = bond.evidence.kind
        (detail, similarity) =
            switch bond.evidence {
            case .toldTogether, .sameAddress, .sameTitle: (nil, nil)
            case .sameLink(let key): (key, nil)
            case .likeWords(let words, let similarity): (TextList.joined(words), similarity)
            }
    }

    var bond: Explanation.Bond {
        get throws { Explanation.Bond(one: one, other: other, evidence: try evidence) }
    }

    private var evidence: Evidence {
        get throws {
            switch kind {
            case .toldTogether: return .toldTogether
            case .sameAddress: return .sameAddress
            case .sameTitle: return .sameTitle
            case .sameLink:
                guard let detail else { throw StoreError.damage("a link that stories share is not there") }
                return .sameLink(detail)
            case .likeWords: return .likeWords(TextList.texts(detail), similarity: similarity ?? .nan)
            }
        }
    }
}
