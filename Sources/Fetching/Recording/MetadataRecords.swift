import Foundation
import NewsModel
import WebArchive
import WebText

/// Makes records of WARC 1.1 of what is no exchange: what the file is, how each source ended, and how the batch did.
struct MetadataRecords: Sendable {
    let numbers: RecordNumbers
    let placeholders: SecretPlaceholders
    let description: RecordDescription

    /// What the file is: its first record.
    var info: WARCRecord {
        let head = WARCHead(
            .warcinfo, id: numbers.nextID(), date: description.now, contentType: "application/warc-fields")
        let lines = description.fields(tag: placeholders.tag).map { "\($0.name): \($0.value)\r\n" }
        return WARCRecord(head, start: Array(lines.joined().utf8))
    }

    /// How a source ended.
    func end(of visit: SourceVisit, readsFeed: Bool, _ learned: LearnedPlaceholders?) -> WARCRecord {
        let head = WARCHead(
            .metadata, id: numbers.nextID(), date: instant(visit.report.times.total),
            uri: RecordURI.source(visit.report.source), contentType: "application/json")
        let document = VisitDocument.bytes(of: visit, readsFeed: readsFeed) {
            placeholders.hiding($0, at: .address, learned: learned)
        }
        return WARCRecord(head, start: document)
    }

    /// A picture, as a resource of its address (WARC 1.1 §6.4); `nil` for one in which a secret stands.
    func picture(_ picture: FetchedPicture) -> WARCRecord? {
        guard placeholders.hiding(picture.bytes, learned: nil) == picture.bytes else { return nil }
        let head = WARCHead(
            .resource, id: numbers.nextID(), date: description.now,
            uri: placeholders.hiding(picture.copy.address, at: .address), contentType: "image/*")
        return WARCRecord(head, start: picture.bytes)
    }

    /// How the batch ended: a record without this is not whole.
    func end(after elapsed: Duration, _ notes: [String]) -> WARCRecord {
        let head = WARCHead(
            .metadata, id: numbers.nextID(), date: instant(elapsed), uri: RecordURI.end, contentType: "application/json"
        )
        var writer = JSONWriter(indent: nil)
        writer.object { object in
            object.number("elapsedNanoseconds", elapsed.nanoseconds)
            object.strings("notes", notes.map { placeholders.hiding($0) })
        }
        return WARCRecord(head, start: writer.bytes)
    }

    private func instant(_ elapsed: Duration) -> Date { description.now.addingTimeInterval(elapsed.seconds) }
}

/// What the metadata of a record is about.
enum RecordURI {
    static let prefix = "urn:broadsheet:source:"

    static let end = "urn:broadsheet:end"

    static let filePrefix = "urn:broadsheet:file:"

    static func file(_ name: String) -> String { filePrefix + PercentEncoding.encodedValue(name) }

    static func source(_ id: SourceID) -> String { prefix + PercentEncoding.encodedValue(id.rawValue) }
}
