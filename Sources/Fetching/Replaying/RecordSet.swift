package import Foundation
package import NewsModel

/// The records that an edition is made of: that of a whole night, or those of its shards. A shard that came twice counts
/// once: the whole one, or else the one with more in it.
package struct RecordSet: Sendable {
    /// The files that count, by their shards.
    package let files: [RecordFile]
    /// What a person should know: records that don't count, and that don't belong together.
    package let notes: [String]

    /// A file, and what its first record says.
    package struct RecordFile: Sendable {
        package let path: String
        package let description: RecordDescription
        /// Of its placeholders.
        let tag: String
    }

    /// - Parameters:
    ///   - paths: of files, and of folders in which those are taken that are named like one.
    ///   - mostBodyBytes: the most of one body.
    /// - Throws: a sentence, where there is no record, or something else.
    package init(_ paths: [String], mostBodyBytes: Int) throws(RecordFailure) {
        var notes: [String] = []
        var found: [RecordFile] = []
        for path in try Self.files(at: paths) {
            if Self.isEmpty(path) {
                notes.append("\(path) is empty, and counts for nothing.")
                continue
            }
            let reader = try RecordReader(path: path, secrets: [], mostBodyBytes: mostBodyBytes)
            found.append(RecordFile(path: path, description: reader.description, tag: reader.placeholders.tag))
        }
        guard !found.isEmpty else {
            throw RecordFailure(
                "There is no record in \(paths.joined(separator: ", ")); `run --record FILE` makes one.")
        }
        (files, notes) = try Self.once(found, notes: notes, mostBodyBytes)
        self.notes = notes + Self.contradictions(in: files)
    }

    /// The instant of the night: the last at which a part of it began.
    package var now: Date { files.map(\.description.now).max() ?? .distantPast }

    /// Whether they are the shards of a night, of which nobody has made an edition before they are replayed.
    package var isSharedOut: Bool { files.contains { $0.description.shard != nil } }

    /// What all have in common.
    package var description: RecordDescription {
        var description = files[0].description
        description.now = now
        description.isForced = files.contains { $0.description.isForced }
        return description
    }

    /// The same with the secrets of a configuration in their places.
    package func description(with secrets: [Secret]) -> RecordDescription {
        let placeholders = SecretPlaceholders(tag: files[0].tag, secrets: secrets)
        return description.hiding { placeholders.restoring($0) }
    }

    private static func files(at paths: [String]) throws(RecordFailure) -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                files.append(path)
                continue
            }
            do {
                let names = try FileManager.default.contentsOfDirectory(atPath: path)
                files += names.filter { $0.hasSuffix(".warc.gz") || $0.hasSuffix(".warc") }.sorted()
                    .map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
            } catch {
                throw RecordFailure("The folder \(path) can't be read; correct its permissions.")
            }
        }
        return files
    }

    private static func isEmpty(_ path: String) -> Bool {
        // What can't be read is said when it is.
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int == 0
    }

    /// Each shard once, in the order of their numbers.
    private static func once(
        _ all: [RecordFile], notes: [String], _ mostBodyBytes: Int
    ) throws(RecordFailure) -> ([RecordFile], [String]) {
        var notes = notes
        var chosen: [RecordDescription.Shard?: (file: RecordFile, length: Int?)] = [:]
        for file in all {
            let shard = file.description.shard
            guard let other = chosen[shard] else {
                chosen[shard] = (file, nil)
                continue
            }
            let old: Int
            if let length = other.length { old = length } else { old = try length(of: other.file, mostBodyBytes) }
            let new = try length(of: file, mostBodyBytes)
            let (kept, left) = new > old ? (file, other.file) : (other.file, file)
            chosen[shard] = (kept, max(old, new))
            notes.append(
                "\(left.path) is of the same \(shard.map { "shard \($0)" } ?? "night") as \(kept.path), and does not count."
            )
        }
        let order = chosen.values.map(\.file).sorted {
            let (one, other) = ($0.description.shard, $1.description.shard)
            return (one?.count ?? 0, one?.number ?? 0, $0.path) < (other?.count ?? 0, other?.number ?? 0, $1.path)
        }
        return (order, notes)
    }

    /// How many sources stand in a file; one that is whole is longer than any that is not.
    private static func length(of file: RecordFile, _ mostBodyBytes: Int) throws(RecordFailure) -> Int {
        var reader = try RecordReader(path: file.path, secrets: [], mostBodyBytes: mostBodyBytes)
        var count = 0
        while try reader.next() != nil { count += 1 }
        return reader.elapsed == nil ? count : .max
    }

    private static func contradictions(in files: [RecordFile]) -> [String] {
        let all = files.map(\.description)
        var notes: [String] = []
        func differ<Value: Hashable>(_ value: (RecordDescription) -> Value) -> Bool { Set(all.map(value)).count > 1 }
        if differ(\.configurationFingerprint) {
            notes.append("The records were gathered with different configurations; the edition is made with this one.")
        }
        if differ(\.stateFingerprint) {
            notes.append(
                "The records were gathered with different states: a source may stand in none of them, or in two.")
        }
        if differ({ $0.shard?.count }) {
            notes.append(
                "The records are of nights that were shared out in different ways: a source may stand in none or two.")
        }
        return notes
    }
}
