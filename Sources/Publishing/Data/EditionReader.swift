package import Foundation
package import NewsModel
import WebText

/// Reads an edition back from its `edition.json`.
///
/// A page made of it is the one that was published. What was muted or filtered is not in it.
package enum EditionReader {
    /// - Parameter bytes: what ``EditionDocument/bytes(of:content:reach:)`` wrote, once.
    /// - Returns: the edition, its texts as sanitised HTML.
    /// - Throws: ``DocumentError`` where it is no edition, or a part of it is missing.
    package static func edition(_ bytes: Data) throws(DocumentError) -> Edition {
        let root = try DocumentFields(json: bytes)
        let sources = root["sources"]
        var titles: [SourceID: String] = [:]
        for id in sources.value["titles"].names {
            titles[SourceID(rawValue: id)] = sources.value["titles"][id].text ?? ""
        }
        let omitted = try root.list("leftOut").mapped { fields throws(DocumentError) in try omission(fields) }
        let joined = try root.list("joined").mapped { fields throws(DocumentError) in try leftOut(fields, .told) }
        guard let date = EditionDate(try root.text("edition")) else { throw DocumentError("it names no date") }
        var edition = Edition(
            date: date, generated: try root.instant("generated"),
            sections: try root.list("sections").mapped { fields throws(DocumentError) in try section(fields) },
            leftOut: omitted.flatMap(\.listed) + joined, omissions: omitted.map(\.omission),
            sourceTitles: titles, sourcesAsked: sources.number("asked") ?? 0,
            sourcesAnswered: sources.number("answered") ?? 0, digest: mark(root["digest"]),
            curation: root.optional("curation"))
        edition.pictures = root.list("pictures").pictures
        return edition
    }

    /// `nil` where there is none, as in what a version before marks wrote.
    private static func mark(_ fields: DocumentFields) -> EntryMark? {
        guard let hash = fields.optional("hash"), let updated = fields.optionalInstant("updated") else { return nil }
        return EntryMark(hash: hash, updated: updated)
    }

    private static func section(_ fields: DocumentFields) throws(DocumentError) -> Edition.Section {
        let clusters = try fields.list("clusters").mapped { fields throws(DocumentError) in try cluster(fields) }
        return Edition.Section(name: try fields.text("name"), clusters: clusters)
    }

    private static func cluster(_ fields: DocumentFields) throws(DocumentError) -> Cluster {
        let why = fields["why"]
        let factors = try why.list("factors").mapped { factor throws(DocumentError) in
            Explanation.Factor(
                name: try factor.text("name"), value: factor.real("value") ?? 0, reason: factor.optional("reason") ?? ""
            )
        }
        let notes = (why.value["notes"].elements ?? []).compactMap(\.text)
        let bonds = try why.list("evidence").mapped { fields throws(DocumentError) in BondFields.read(fields) }
        return Cluster(
            lead: try story(fields["lead"]),
            also: try fields.list("also").mapped { fields throws(DocumentError) in try story(fields) },
            score: fields.real("score") ?? 0,
            explanation: Explanation(factors: factors, notes: notes, bonds: bonds.compactMap(\.self)),
            updates: fields.optional("updates").flatMap { EditionDate($0) }, entry: mark(fields["entry"]))
    }

    /// With the stories that the list of what was left out holds.
    private static func omission(
        _ fields: DocumentFields
    ) throws(DocumentError) -> (omission: Omission, listed: [Edition.LeftOut]) {
        guard let reason = Edition.LeftOut.Reason(rawValue: try fields.text("reason")) else {
            throw DocumentError("it leaves stories out for a reason that this version does not know")
        }
        let listed = try fields.list("stories").mapped { fields throws(DocumentError) in try leftOut(fields, reason) }
        let omission = Omission(
            reason: reason, count: fields.number("count") ?? listed.count,
            named: Omission.named(of: listed, for: reason),
            causes: fields.texts("causes").map { SourceID(rawValue: $0) })
        return (omission, listed)
    }

    private static func leftOut(
        _ fields: DocumentFields, _ reason: Edition.LeftOut.Reason
    ) throws(DocumentError) -> Edition.LeftOut {
        Edition.LeftOut(
            story: try story(fields["story"]), reason: reason, detail: fields.optional("detail") ?? "",
            score: fields.real("score") ?? 0, cause: fields.optional("cause").map { SourceID(rawValue: $0) })
    }

    private static func story(_ fields: DocumentFields) throws(DocumentError) -> Story {
        Story(
            id: StoryID(rawValue: try fields.text("id")), source: SourceID(rawValue: try fields.text("source")),
            key: try fields.text("key"), link: fields.address("url"), title: try fields.text("title"),
            published: fields.optionalInstant("published"), updated: fields.optionalInstant("updated"),
            firstSeen: try fields.instant("firstSeen"), authors: fields.texts("authors"),
            summary: fields.optional("summary").map { Markup(.html, $0) },
            content: fields.optional("content").map { Markup(.html, $0) }, categories: fields.texts("categories"),
            image: fields.address("image"), language: fields.optional("language"),
            discussion: fields.address("discussion"), points: fields.number("points"),
            comments: fields.number("comments"), rank: fields.number("rank"), publisher: fields.optional("publisher"))
    }
}

extension DocumentList {
    /// Copies of pictures; what is none is left out, as a page without it is still a page.
    fileprivate var pictures: [PictureCopy] {
        elements.compactMap { fields in
            guard let address = fields.optional("url"), let path = fields.optional("file"), SitePaths.isSound(path),
                let name = SitePaths.pictureName(path), let width = fields.number("width"),
                let height = fields.number("height")
            else { return nil }
            return PictureCopy(address: address, name: name, width: width, height: height)
        }
    }
}
