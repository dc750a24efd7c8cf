import Foundation

/// Holds the state for one run: of two that start at once, the second is told so.
///
/// The lock is the system's own (`flock`), so that it ends with the process, however that ends.
struct StateLock: ~Copyable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Takes the lock beside the state file, without waiting for it.
    ///
    /// - Parameter path: the state file.
    /// - Returns: the lock, held.
    /// - Throws: ``RunFailure`` if another run holds it, or if the folder of the state can't be written.
    static func take(state path: String) throws(RunFailure) -> StateLock {
        let folder = URL(filePath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .cannot("The folder \(folder.path) for the state can't be made; correct `state` or its permissions.")
        }
        // A link could lead anywhere, and a pipe would keep the run waiting.
        let descriptor = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else {
            if errno == ELOOP { throw .cannot("\(path).lock is a link, which a lock does not follow; remove it.") }
            let reason = String(cString: strerror(errno))
            throw .cannot(
                "The state's folder \(folder.path) can't be written (\(reason)); correct `state` or its permissions.")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw .cannot("\(path).lock is no ordinary file, so that it can't be the lock; remove it.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .alreadyRunning(state: path)
        }
        return StateLock(descriptor: descriptor)
    }

    /// What a person should know about the folder of a state: whoever may write there can put another state, or a link,
    /// in its place.
    static func warning(about path: String) -> String? {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IWOTH != 0 else { return nil }
        return "Anybody may write into the state's folder \(folder); take that right away (chmod o-w), or name another "
            + "folder with `state`."
    }

    /// Lets the next run begin; so does the end of the process.
    consuming func release() {}

    deinit {
        close(descriptor)
    }
}
