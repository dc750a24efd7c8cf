import Foundation
import NewsModel

/// The file system's side of the state: where it lies, and how an unreadable one makes way.
enum StateFile {
    /// What SQLite may leave beside a file when it is interrupted.
    private static let companions = ["-journal", "-wal", "-shm"]

    /// Makes the folders above `path` and an empty file, for this user alone, and refuses what could never become a state
    /// file. One that others may read is closed to them.
    ///
    /// - Returns: What a person should know, where that can't be done.
    static func makeReady(_ path: String) throws(StoreError) -> [String] {
        let files = FileManager.default
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        do {
            try files.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch let error as CocoaError where error.code == .fileWriteOutOfSpace {
            throw .noSpace(path: path)
        } catch {
            throw .notWritable(path: path, reason: "the folder “\(folder)” can't be made")
        }
        guard files.isWritableFile(atPath: folder) else {
            // The journal of a transaction lies beside the file.
            throw .notWritable(path: path, reason: "its folder is read-only")
        }
        let target = URL(filePath: path).resolvingSymlinksInPath().path(percentEncoded: false)
        // Where there is no file yet, there are no attributes either.
        guard let type = try? files.attributesOfItem(atPath: target)[.type] as? FileAttributeType else {
            makeEmpty(target)
            return []
        }
        switch type {
        case .typeRegular: break
        case .typeDirectory: throw .notWritable(path: path, reason: "a folder stands there")
        default: throw .notWritable(path: path, reason: "it is no ordinary file")
        }
        guard files.isWritableFile(atPath: target) else {
            throw .notWritable(path: path, reason: "the file is read-only")
        }
        return companions.reduce(into: [target]) { $0.append(target + $1) }.compactMap(close)
    }

    /// The journals of SQLite get the permissions of the file, so it stands there before SQLite would make it.
    private static func makeEmpty(_ path: String) {
        // Where it can't be made, SQLite says so.
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if file >= 0 { _ = Foundation.close(file) }
    }

    /// Takes a file from everybody else; a sentence where that is refused, nothing where there is none.
    private static func close(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0, chmod(path, 0o600) != 0 else { return nil }
        return "Others on this machine may read the state file “\(path)”, which holds what sources said in confidence; "
            + "take it from them: chmod 600."
    }

    /// Renames the file, its journals first: a journal that stayed behind would be rolled back into the new file.
    static func setAside(_ path: String, on day: EditionDate) throws(StoreError) -> String {
        let file = URL(filePath: path)
        let name = freeName(for: file, on: day)
        let folder = file.deletingLastPathComponent()
        for companion in companions + [""] {
            let old = folder.appending(path: file.lastPathComponent + companion).path(percentEncoded: false)
            let new = folder.appending(path: name + companion).path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: old) else { continue }
            do {
                try FileManager.default.moveItem(atPath: old, toPath: new)
            } catch {
                throw .notWritable(path: path, reason: "it can't be renamed to “\(name)”")
            }
        }
        return name
    }

    /// `state-unreadable-2026-11-23.sqlite`, with a number behind the date where that is taken.
    private static func freeName(for file: URL, on day: EditionDate) -> String {
        let stem = "\(file.deletingPathExtension().lastPathComponent)-unreadable-\(day)"
        let ending = file.pathExtension.isEmpty ? "" : ".\(file.pathExtension)"
        let folder = file.deletingLastPathComponent()
        var name = stem + ending
        var number = 2
        while ([""] + companions).contains(where: { companion in
            FileManager.default.fileExists(atPath: folder.appending(path: name + companion).path(percentEncoded: false))
        }) {
            name = "\(stem)-\(number)\(ending)"
            number += 1
        }
        return name
    }
}
