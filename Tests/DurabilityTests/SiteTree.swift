import Foundation

/// Every file of a site, with its bytes and when it was written.
struct SiteTree {
    struct File: Hashable {
        var bytes: Data
        var written: Date
    }

    private(set) var files: [String: File] = [:]

    init(of site: URL) throws {
        guard let paths = FileManager.default.enumerator(atPath: site.path) else { return }
        for case let path as String in paths {
            let file = site.appending(path: path)
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            files[path] = File(
                bytes: try Data(contentsOf: file), written: attributes[.modificationDate] as? Date ?? .distantPast)
        }
    }

    /// The paths at which two sites say something else. What a run says of its own course, the times that it took, is no
    /// part of an edition.
    func differences(from other: SiteTree) -> [String] {
        Set(files.keys).union(other.files.keys).filter { path in
            if Self.isCourse(path) { return (files[path] == nil) != (other.files[path] == nil) }
            return files[path]?.bytes != other.files[path]?.bytes
        }.sorted()
    }

    /// The first line at which two files say something else.
    func difference(at path: String, from other: SiteTree) -> String {
        let lines = [self, other].map { tree in
            String(decoding: tree.files[path]?.bytes ?? Data(), as: UTF8.self).split(separator: "\n")
        }
        let pair = zip(lines[0], lines[1]).first { $0 != $1 }
        guard let (mine, wanted) = pair else { return "\(lines[0].count) lines for \(lines[1].count)" }
        return "“\(mine.prefix(200))” for “\(wanted.prefix(200))”"
    }

    func isSame(as other: SiteTree) -> Bool { differences(from: other).isEmpty }

    private static func isCourse(_ path: String) -> Bool {
        path.hasPrefix("health") || path.hasPrefix("source/") || path == ".broadsheet.json"
    }

    /// Those of the files that say what they said `before`, and were written again all the same.
    func rewritten(since before: SiteTree) -> [String] {
        files.keys.filter { path in
            guard let old = before.files[path], let new = files[path] else { return false }
            return old.bytes == new.bytes && old.written != new.written
        }.sorted()
    }
}
