import Curation
import Foundation
import NewsModel
import NewsStore
import WebText

/// One finding of `explain --json`.
struct FindingDocument: Encodable {
    private let story: Name
    /// `told`, `leftOut` or `absent`.
    private var standing: String
    /// The edition that the standing is of.
    private var edition: EditionDate?
    /// The edition that was asked about, where it stands in another one or in none.
    private let missingFrom: EditionDate?
    private var place: Place?
    private var absence: Reason?
    private var toldElsewhere: [Telling]?

    init(_ finding: StoryFinding, texts: AbsenceText) {
        story = Name(finding.story)
        missingFrom = finding.missingFrom
        switch finding.standing {
        case .told(let whereabouts, let date, let page):
            (standing, edition, place) = ("told", date, Place(whereabouts, of: finding.story, page: page))
        case .forgotten(let date): (standing, edition) = ("told", date)
        case .leftOut(let leftOut, let date, let rivals):
            (standing, edition) = ("leftOut", date)
            absence = Reason(
                reason: leftOut.reason.rawValue, detail: leftOut.detail, cause: leftOut.cause, score: leftOut.score,
                sentences: texts.sentences(leftOut, rivals: rivals))
        case .absent(let absence):
            standing = "absent"
            self.absence = Reason(
                reason: Self.name(of: absence), detail: nil, cause: nil, score: nil,
                sentences: texts.sentences(absence, of: finding.story))
        }
        let others = finding.toldElsewhere.sorted { $0.key < $1.key }
        if !others.isEmpty { toldElsewhere = others.map { Telling(edition: $0.key, page: $0.value) } }
    }

    private static func name(of absence: Absence) -> String {
        switch absence {
        case .notYet: "notYet"
        case .tooOld: "tooOld"
        case .backCatalogue: "backCatalogue"
        case .passedOver: "passedOver"
        }
    }
}

extension FindingDocument {
    fileprivate struct Name: Encodable {
        let id: StoryID
        let title: String
        let url: String?
        let source: SourceID
        let published: Date?
        let firstSeen: Date

        init(_ story: Story) {
            id = story.id
            title = story.title
            url = story.link?.text
            source = story.source
            published = story.published
            firstSeen = story.firstSeen
        }
    }

    fileprivate struct Reason: Encodable {
        let reason: String
        let detail: String?
        let cause: SourceID?
        let score: Double?
        let sentences: [String]
    }

    fileprivate struct Telling: Encodable {
        let edition: EditionDate
        let page: String?
    }

    /// Where it stands on a page, and why.
    fileprivate struct Place: Encodable {
        let section: String
        let place: Int
        let page: String
        let leads: Bool
        let lead: Name
        let also: [Name]
        let score: Double
        let factors: [Explanation.Factor]
        let pushedDownBy: [String]
        let above: Rival?
        let evidence: [Tie]
        let notes: [String]
        let updates: EditionDate?

        init(_ whereabouts: EditionPosition, of story: Story, page: String) {
            let cluster = whereabouts.cluster
            section = whereabouts.section
            place = whereabouts.place
            self.page = page
            leads = cluster.lead.id == story.id
            lead = Name(cluster.lead)
            also = cluster.also.map(Name.init)
            score = cluster.score
            factors = cluster.explanation.factors
            pushedDownBy = factors.filter(\.isPush).map(\.name)
            above = whereabouts.above.map { Rival(title: $0.lead.title, source: $0.lead.source, score: $0.score) }
            evidence = cluster.explanation.bonds.map(Tie.init)
            notes = cluster.explanation.notes
            updates = cluster.updates
        }
    }

    fileprivate struct Rival: Encodable {
        let title: String
        let source: SourceID
        let score: Double
    }

    /// Two stories and what shows that they are one.
    fileprivate struct Tie: Encodable {
        let between: [StoryID]
        let kind: Evidence.Kind
        var link: String?
        var sharedWords: [String]?
        var similarity: Double?

        init(_ bond: Explanation.Bond) {
            between = [bond.one, bond.other]
            kind = bond.evidence.kind
            switch bond.evidence {
            case .toldTogether, .sameAddress, .sameTitle: break
            case .sameLink(let key): link = key
            case .likeWords(let words, let similarity): (sharedWords, self.similarity) = (words, similarity)
            }
        }
    }
}
