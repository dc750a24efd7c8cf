package import Foundation
package import NewsModel
import WebText

/// The records that an edition is made of: that of a whole night, or those of its shards. A shard that came twice counts
/// once: the whole one, or else the one with more in it. The night is the latest of which there is a record; what is of an
/// earlier one does not count.
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

        fileprivate init(path: String) throws(RecordFailure) {
            let reader = try RecordReader(path: path, secrets: [], mostBodyBytes: 0)
            self.path = path
            description = reader.description
            tag = reader.placeholders.tag
        }
    }

    /// - Parameter paths: of files, and of folders in which those are taken that are named like one.
    /// - Throws: a sentence, where there is no record, or something else.
    package init(_ paths: [String]) throws(RecordFailure) {
        var notes: [String] = []
        var found: [RecordFile] = []
        var cutOff: RecordFailure?
        for path in try Self.files(at: paths) {
            if Self.isEmpty(path) {
                notes.append("\(path) is empty, and counts for nothing.")
                continue
            }
            do throws(RecordFailure) {
                found.append(try RecordFile(path: path))
            } catch {
                guard error.cause == .cutOff else { throw error }
                cutOff = cutOff ?? error
                notes.append("\(path) is cut off before its first source, and counts for nothing.")
            }
        }
        guard !found.isEmpty else {
            throw cutOff
                ?? RecordFailure(
                    "There is no record in \(paths.joined(separator: ", ")); `run --record FILE` makes one.")
        }
        let (night, earlier) = Self.lastNight(of: found)
        (files, notes) = try Self.once(night, notes: notes + earlier)
        self.notes = notes + Self.contradictions(in: files)
    }

    /// The instant of the night: the last at which a part of it began.
    package var now: Date { latest.description.now }

    private var latest: RecordFile { Self.latest(of: files) }

    /// Whether they are the shards of a night, of which nobody has made an edition before they are replayed.
    package var isSharedOut: Bool { files.contains { $0.description.shard != nil } }

    /// What all have in common, as the latest says it.
    package var description: RecordDescription {
        var description = latest.description
        description.isForced = files.contains { $0.description.isForced }
        return description
    }

    /// The same with the secrets of a configuration in their places, with the lists of feeds that any of the files has, each
    /// as the latest of them has it, and with all that was said of them.
    package func description(with secrets: NamedSecrets) -> RecordDescription {
        let all = files.sorted { $0.description.now > $1.description.now }.map { file in
            let placeholders = SecretPlaceholders(
                tag: file.tag, secrets: secrets.ordered(as: file.description.secretNames))
            return file.description.hiding { placeholders.restoring($0) }
        }
        var description = all[0]
        description.isForced = files.contains { $0.description.isForced }
        description.lists = Self.first(of: all.flatMap(\.lists), by: \.url)
        description.notices = Self.first(of: all.flatMap(\.notices), by: \.text)
        return description
    }

    /// What stands in the files where there is no way back, as secrets.
    package var irreversible: [Secret] {
        files.map { SecretPlaceholders(tag: $0.tag, secrets: []).irreversible }
    }

    private static func first<Value>(of values: [Value], by key: (Value) -> String) -> [Value] {
        var seen: Set<String> = []
        return values.filter { seen.insert(key($0)).inserted }
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

    private static func latest(of files: [RecordFile]) -> RecordFile {
        files[1...].reduce(files[0]) { $1.description.now > $0.description.now ? $1 : $0 }
    }

    /// Those of the night of the latest, and a note on each of the others. A worker that began before midnight is of the same
    /// night as one that began after it, though they would have made other editions; one of the day before is not.
    private static func lastNight(of files: [RecordFile]) -> ([RecordFile], notes: [String]) {
        let latest = latest(of: files)
        let isOfNight = { (file: RecordFile) in
            let isOfEdition = file.description.edition == latest.description.edition
            let most = isOfEdition ? longestNight : longestOverMidnight
            return latest.description.now.timeIntervalSince(file.description.now) <= most
        }
        let notes = files.filter { !isOfNight($0) }.map { file in
            "\(file.path) is of an earlier night than \(latest.path) (the edition of \(file.description.edition), begun at "
                + "\(RFC3339.precise(file.description.now))), and does not count."
        }
        return (files.filter(isOfNight), notes)
    }

    /// How long before the latest of its night a record of the same edition, or of that before, may have begun.
    private static let longestNight: TimeInterval = 24 * 3600
    private static let longestOverMidnight: TimeInterval = 6 * 3600

    /// Each shard once, in the order of their numbers.
    private static func once(
        _ all: [RecordFile], notes: [String]
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
            if let length = other.length { old = length } else { old = try length(of: other.file) }
            let new = try length(of: file)
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
    private static func length(of file: RecordFile) throws(RecordFailure) -> Int {
        var reader = try RecordReader(path: file.path, secrets: [], mostBodyBytes: 0, keepsBodies: false)
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
