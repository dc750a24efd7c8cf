package import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Writes a file in the place of another, as a whole or not at all.
package enum FileReplacement {
    package struct Failure: Error, Sendable, Hashable {
        /// What the system says, as words.
        package let reason: String
    }

    /// Writes beside the file, then renames: whoever reads sees the old bytes or the new. Links are followed; the mode
    /// and, where that is allowed, the owner are those of the file before.
    ///
    /// A file that was not there gets the mode that is given, less the umask. Throws what the system says; the file is
    /// then as it was.
    package static func write(_ data: Data, to path: String, mode: mode_t = 0o644) throws(Failure) {
        let target = resolved(path)
        let temporary = "\(target).\(getpid()).new"
        var status = stat()
        let exists = stat(target, &status) == 0
        // Neither a link nor a file that somebody else put there is written through.
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, exists ? 0o600 : mode)
        guard descriptor >= 0 else { throw Failure(reason: reason(errno)) }
        var failure = write(data, to: descriptor)
        if failure == 0, exists {
            // Only root may give a file away, and where the owner is the same there is no need.
            _ = fchown(descriptor, status.st_uid, status.st_gid)
            if fchmod(descriptor, status.st_mode & 0o7777) != 0 { failure = errno }
        }
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        close(descriptor)
        if failure == 0, rename(temporary, target) != 0 { failure = errno }
        guard failure != 0 else { return }
        unlink(temporary)
        throw Failure(reason: reason(failure))
    }

    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    private static func write(_ data: Data, to descriptor: Int32) -> Int32 {
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = writeBytes(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno != EINTR {
                    return errno
                }
            }
            return 0
        }
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}

/// The call to the system, which the type's own method of the same name hides.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
