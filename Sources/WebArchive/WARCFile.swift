import Foundation

/// A WARC file that is being written: every call appends whole records at once, so that it is complete up to any kill.
package final class WARCFile: Sendable {
    package let path: String
    private let descriptor: Int32

    /// Begins a new file, in a folder that is made where it is not there. A file that stands there and is empty, or that
    /// `isReplaceable` says it of, is replaced: whoever still writes to that goes on without a name. Anything else is left
    /// alone.
    ///
    /// - Throws: a sentence, where it can't be written.
    package init(path: String, replacing isReplaceable: (String) -> Bool) throws(WARCFileFailure) {
        self.path = path
        try Self.check(path, replacing: isReplaceable)
        // What can't be made or removed is said by the call that opens the file.
        try? FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        unlink(path)
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_APPEND | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw WARCFileFailure(path: path, reason: SystemFailure(code: errno).description, isRefusal: false)
        }
    }

    /// - Throws: a sentence, where something stands at the path that must not be replaced.
    package static func check(_ path: String, replacing isReplaceable: (String) -> Bool) throws(WARCFileFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw WARCFileFailure(path: path, reason: "something else than a file stands there", isRefusal: true)
        }
        guard status.st_size > 0, !isReplaceable(path) else { return }
        throw WARCFileFailure(
            path: path, reason: "a file stands there that is no record of a night, and it is not replaced",
            isRefusal: true)
    }

    deinit {
        close(descriptor)
    }

    /// The folder that it lies in.
    package var folder: String { URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false) }

    /// Appends whole records; where that fails, nothing of them.
    package func append(_ records: SpooledBytes) throws(SystemFailure) {
        let descriptor = descriptor
        let end = lseek(descriptor, 0, SEEK_END)
        do throws(SystemFailure) {
            try records.forEachPiece { (piece) throws(SystemFailure) in
                try DescriptorOutput.write(piece, to: descriptor)
            }
        } catch {
            // Where not even that works, a reader finds the end of what is whole by itself.
            if end >= 0 { _ = ftruncate(descriptor, end) }
            throw error
        }
    }

    /// Gives the file the name of another, which it takes the place of.
    package func rename(to path: String) throws(SystemFailure) {
        guard Foundation.rename(self.path, path) == 0 else { throw SystemFailure(code: errno) }
    }
}

/// Why an archive can't be written, in one sentence.
package struct WARCFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    let path: String
    let reason: String
    /// Whether it is left alone for what stands there, and not because the system would not have it.
    package let isRefusal: Bool
    package var description: String { "\(path) can't be written: \(reason); name another file." }
}
