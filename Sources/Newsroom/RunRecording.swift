import Crypto
import Fetching
import Foundation
import NewsModel
import Settings
import WebText

extension RunRequest {
    /// The recorder of a run, on which no edition depends: where its file can't be written, a sentence takes its place.
    /// - Throws: ``RunFailure``, where something stands there that is not replaced: a file was named by mistake.
    func recorder(
        ifAny memories: [SourceID: SourceMemory], asking asked: [SourceID]
    ) throws(RunFailure) -> (BatchRecorder?, note: String?) {
        do throws(RecordFailure) {
            return (try recorder(memories, asking: asked), nil)
        } catch {
            guard error.cause != .refused else { throw .cannot(error.description) }
            return (nil, Self.unrecorded(error.description))
        }
    }

    /// What a run says of a record that is not whole, for a reason.
    static func unrecorded(_ reason: String) -> String { reason + " The edition does not depend on it." }

    /// The recorder that was asked for; `nil` where none was. It is told what the state remembers, and who is asked.
    /// - Throws: a sentence, where the file can't be written.
    func recorder(
        _ memories: [SourceID: SourceMemory], asking asked: [SourceID]
    ) throws(RecordFailure) -> BatchRecorder? {
        guard let record, fetches else { return nil }
        var description = RecordDescription(now: now, edition: editionDate.description)
        description.isForced = isForced
        description.only = only.map(\.rawValue).sorted()
        description.shard = record.shard
        description.sources = asked.count
        description.configuration = record.configuration
        description.lists = settings.recordedLists
        description.notices = notices
        description.configurationFingerprint = settings.recordFingerprint
        description.secretNames = settings.namedSecrets.names
        description.stateFingerprint = StateFingerprint.text(of: memories)
        return try BatchRecorder(
            path: record.path, description: description, id: record.id, secrets: settings.secrets)
    }
}

extension Settings {
    /// The lists of feeds from which the sources are, or their copies.
    fileprivate var recordedLists: [RecordDescription.FeedList] {
        var left = RecordDescription.mostListBytes
        return lists.compactMap { list in
            // One that was not read and has no copy has no sources.
            guard let bytes = list.bytes ?? (try? Data(contentsOf: URL(filePath: list.file))).map(Array.init),
                bytes.count <= left
            else { return nil }
            left -= bytes.count
            return RecordDescription.FeedList(url: list.url, bytes: withoutLinkSecrets(bytes))
        }
    }

    /// A list with dots in the place of what is secret in other addresses than those of its feeds, which nobody asks.
    private func withoutLinkSecrets(_ list: [UInt8]) -> [UInt8] {
        let ends = Set("\"'<> \t\r\n".utf8)
        let words = Set(list.split { ends.contains($0) }.filter { $0.firstRange(of: "://".utf8) != nil })
        let known = Set(secrets.map { $0.reveal() })
        let found = words.flatMap { AddressSecrets.all(in: String(decoding: $0, as: UTF8.self)) }
        let links = Set(found.map { $0.reveal() }).subtracting(known).map { Secret($0) }
        return links.isEmpty ? list : Redactor(secrets: links).redact(list, as: .markup)
    }

    /// A hash of what decides who is asked and what becomes of it, without secrets.
    package var recordFingerprint: String {
        let redactor = Redactor(secrets: secrets)
        let lines = sources.map { source in
            let values = source.provider.values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let traits = "\(source.limit ?? 0) \(source.isPaused) \(source.headers.map(\.name))"
            return redactor.redact("\(source.id) \(source.provider.name) \(values) \(traits)")
        }
        let text = ([curationFingerprint] + lines).joined(separator: "\n")
        return Hex.text(SHA256.hash(data: Data(text.utf8)).prefix(8))
    }
}

/// A hash of what a state remembers of its sources: that decides who is asked, how, and by whom where they are shared out.
enum StateFingerprint {
    static func text(of memories: [SourceID: SourceMemory]) -> String {
        var hash = StableHash()
        for (source, memory) in memories.sorted(by: { $0.key < $1.key }) {
            hash.combine(source.rawValue)
            hash.combine(memory.bodyHash)
            hash.combine(memory.validators?.etag)
            hash.combine(memory.validators?.lastModified)
            hash.combine(memory.pause?.reason)
            hash.combine(memory.lastSuccess.map { Int64($0.timeIntervalSince1970 * 1000) })
            hash.combine(memory.history.last.map { Int64($0.elapsedMilliseconds) })
        }
        return Hex.text(withUnsafeBytes(of: hash.finish().bigEndian, Array.init))
    }
}
