import Foundation

/// A WARC file that is being written: every call appends whole records at once, so that it is complete up to any kill.
package final class WARCFile: Sendable {
    package let path: String
    private let descriptor: Int32

    /// Begins a new file. One that stands there and is an archive, or empty, is replaced: whoever still writes to that goes
    /// on without a name. Anything else is left alone.
    ///
    /// - Throws: a sentence, where it can't be written.
    package init(path: String) throws(WARCFileFailure) {
        self.path = path
        if let what = Self.obstacle(at: path) { throw WARCFileFailure(path: path, reason: what) }
        // What is not there needs no removing, and what can't be removed is said by the next call.
        unlink(path)
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_APPEND | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw WARCFileFailure(path: path, reason: SystemFailure(code: errno).description)
        }
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

    /// What at the path must not be replaced; `nil` where there is nothing such.
    private static func obstacle(at path: String) -> String? {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else { return "something else than a file stands there" }
        guard status.st_size > 0 else { return nil }
        do throws(WARCError) {
            var reader = try WARCReader(path: path)
            _ = try reader.next()
        } catch {
            if case .cut = error { return nil }
            return "a file stands there that is no record of a night, and it is not replaced"
        }
        return nil
    }
}

/// Why an archive can't be written, in one sentence.
package struct WARCFileFailure: Error, Sendable, Hashable, CustomStringConvertible {
    let path: String
    let reason: String
    package var description: String { "\(path) can't be written: \(reason); name another file." }
}
