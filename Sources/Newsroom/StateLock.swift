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
        let descriptor = open(path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let reason = String(cString: strerror(errno))
            throw .cannot(
                "The state's folder \(folder.path) can't be written (\(reason)); correct `state` or its permissions.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .alreadyRunning(state: path)
        }
        return StateLock(descriptor: descriptor)
    }

    /// Lets the next run begin; so does the end of the process.
    consuming func release() {}

    deinit {
        close(descriptor)
    }
}
