package import Foundation
package import NewsModel
import WebArchive

/// What somebody needs who looks for a fault: the record of a night, and beside it files as they were, without secrets, in
/// one archive that can be replayed.
package struct BugReport: Sendable {
    /// A file in the report.
    package struct Part: Sendable {
        package let name: String
        package let contentType: String
        package let bytes: [UInt8]

        package init(name: String, contentType: String, bytes: [UInt8]) {
            self.name = name
            self.contentType = contentType
            self.bytes = bytes
        }
    }

    private let record: Record?
    private let placeholders: SecretPlaceholders
    private let id: UInt64
    /// Without secrets.
    package let parts: [Part]

    /// The record of the night, of which what stands behind its last whole record is left out.
    private struct Record {
        let path: String
        let wholeBytes: Int
        let isWhole: Bool

        init(_ path: String) throws(RecordFailure) {
            self.path = path
            do throws(WARCError) {
                wholeBytes = try WARCReader.wholeBytes(of: path)
            } catch {
                throw RecordFailure(path, error)
            }
            // Where the system does not tell, it will say so when it is read.
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            isWhole = size == nil || size == wholeBytes
        }

        func append(to file: WARCFile) throws {
            let handle = try FileHandle(forReadingFrom: URL(filePath: path))
            var left = wholeBytes
            while left > 0, let piece = try handle.read(upToCount: min(left, 1 << 20)), !piece.isEmpty {
                try file.append(SpooledBytes(inMemory: Array(piece)))
                left -= piece.count
            }
        }
    }

    /// - Parameters:
    ///   - record: the path of the record of the night; none where there is no record.
    ///   - parts: files as they are.
    ///   - secrets: of the configuration, for which the placeholders of the record stand here too.
    ///   - id: of the file; drawn by chance.
    /// - Throws: a sentence, where the record is none.
    package init(record: String?, parts: [Part], secrets: NamedSecrets, id: UInt64) throws(RecordFailure) {
        // Its bodies are not read here.
        let recorded = try record.map { (path) throws(RecordFailure) in
            try RecordReader(path: path, secrets: secrets, mostBodyBytes: 0).placeholders
        }
        let placeholders =
            recorded ?? SecretPlaceholders(tag: SecretPlaceholders.tag(of: id), secrets: secrets.secrets)
        self.record = try record.map { (path) throws(RecordFailure) in try Record(path) }
        self.placeholders = placeholders
        self.id = id
        self.parts = parts.map { part in
            Part(name: part.name, contentType: part.contentType, bytes: placeholders.hiding(part.bytes, at: .address))
        }
    }

    /// What stands in it, a line each.
    package var contents: [String] {
        let night = record.map { record in
            "the record \(record.path)\(record.isWhole ? "" : " up to where it is cut off"): each request of the night and "
                + "its answer, and the lists of feeds, as they were, without secrets"
        }
        return [night].compactMap(\.self) + parts.map { "\($0.name): \($0.bytes.count) bytes, without secrets" }
    }

    /// Writes it: the record, if there is one, and behind it the files. It has its name when it is whole, so that it may
    /// take the place of the record itself.
    /// - Throws: a sentence, where that can't be done; then nothing is left of it.
    package func write(to path: String, at now: Date) throws(RecordFailure) {
        let file: WARCFile
        do throws(WARCFileFailure) {
            try WARCFile.check(path, replacing: OwnArchive.stands)
            file = try WARCFile(path: "\(path).\(getpid()).new", replacing: OwnArchive.stands)
        } catch {
            throw RecordFailure(error)
        }
        do {
            try record?.append(to: file)
            var rest = SpooledBytes(folder: file.folder)
            try rest.append(WARCRecordEncoder().encode(records(at: now)))
            try file.append(rest)
            try file.rename(to: path)
        } catch {
            // What is not whole had better not be sent.
            try? FileManager.default.removeItem(atPath: file.path)
            throw RecordFailure("\(path) can't be written: \(error); make room, or name another file.")
        }
    }

    private func records(at now: Date) -> [WARCRecord] {
        let numbers = RecordNumbers(file: id)
        return parts.map { part in
            let head = WARCHead(
                .resource, id: numbers.nextID(), date: now, uri: RecordURI.file(part.name),
                contentType: part.contentType)
            return WARCRecord(head, payload: SpooledBytes(inMemory: part.bytes))
        }
    }
}
