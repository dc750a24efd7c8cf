import Crypto
import Foundation
package import NewsModel
import Parallelism
import WebText

/// Says since when the entries of an edition say what they do: one that says the same as in the edition before it keeps
/// its `updated`, whatever its rank and its figures; one that changed, or that a rerun added, has that of the rerun.
struct EntryMarks {
    let context: SiteContext
    /// The edition of the date as it was published before; `nil` where this is the first.
    let before: Edition?

    /// - Parameter edition: one of the context's.
    /// - Returns: the marks of its clusters' entries by their leads, and that of its digest.
    func marks(of edition: Edition) -> (entries: [StoryID: EntryMark], digest: EntryMark) {
        let known = Dictionary(
            (before?.clusters ?? []).map { ($0.lead.id, $0.entry) }, uniquingKeysWith: { first, _ in first })
        let clusters = edition.clusters
        // An edition of the past that is built again keeps its instant, but what it says anew it says now.
        let now = max(edition.generated, context.publication.generated)
        let marks = Parallel.map(clusters.count, inPiecesOf: 8) { index in
            let cluster = clusters[index]
            let entry = FeedEntry(cluster, in: "", of: edition, context)
            let first = before == nil ? context.firstUpdated(cluster, in: edition) : now
            return (
                cluster.lead.id,
                mark(
                    Self.hash(entry.title, entry.html), after: known[cluster.lead.id] ?? nil, first: first,
                    at: now)
            )
        }
        let digest = DigestEntry(edition, context)
        let first = clusters.isEmpty || before != nil ? now : marks.map(\.1.updated).max()
        return (
            Dictionary(marks, uniquingKeysWith: { first, _ in first }),
            mark(
                Self.hash(digest.title, digest.html), after: before?.digest, first: first ?? now,
                at: now)
        )
    }

    private func mark(_ hash: String, after known: EntryMark?, first: Date, at now: Date) -> EntryMark {
        guard let known else { return EntryMark(hash: hash, updated: first) }
        // A clock that was put back must not make what is new look older.
        return known.hash == hash ? known : EntryMark(hash: hash, updated: max(now, known.updated))
    }

    private static func hash(_ title: String, _ content: String) -> String {
        Hex.text(SHA256.hash(data: Array("\(title)\n\(content)".utf8)).prefix(8))
    }
}

extension SiteRenderer {
    /// The edition of a publication, marked with what its entries in the feeds say and since when.
    ///
    /// - Parameters:
    ///   - edition: one of `publication`.
    ///   - publication: knows every edition that is on the site, as far as entries lead to it.
    ///   - before: the edition of the date as it was published before.
    /// - Returns: the edition with its marks, and all else as it was.
    package func marked(_ edition: Edition, in publication: Publication, after before: Edition?) -> Edition {
        let context = SiteContext(publication, templates: templates)
        let shown = (context.editions + context.editionsAhead).first { $0.date == edition.date } ?? edition
        let marks = EntryMarks(context: context, before: before).marks(of: shown)
        var edition = edition
        edition.digest = marks.digest
        for section in edition.sections.indices {
            for cluster in edition.sections[section].clusters.indices {
                let lead = edition.sections[section].clusters[cluster].lead.id
                edition.sections[section].clusters[cluster].entry = marks.entries[lead]
            }
        }
        return edition
    }
}
