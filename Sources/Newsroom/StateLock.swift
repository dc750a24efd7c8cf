import Files
import Foundation

/// Holds the state for one run: of two that start at once, the second is told so.
///
/// The lock is the system's own (`flock`), so that it ends with the process, however that ends.
struct StateLock: ~Copyable {
    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Takes the lock beside the state file, without waiting for it. Fails if another run holds it, or if the folder of
    /// the state can't be written.
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
        // Closing alone would leave the lock to a child process that was begun meanwhile, until it runs its program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }
}

/// Judges where the state lies beside the output: within it, the state would be published, and go with the site that is
/// replaced.
struct StatePlacement {
    private let state: String
    private let output: String

    /// The state file as the configuration has it, and the folder that is published.
    init(state: String, output: String) {
        self.state = state
        self.output = output
    }

    /// - Throws: ``RunFailure`` where the one would be lost or published with the other.
    func check() throws(RunFailure) {
        let site = ResolvedPath.of(output)
        let file = ResolvedPath.of(state)
        let folder = ResolvedPath.of(URL(filePath: state).deletingLastPathComponent().path)
        if ResolvedPath.contains(site, file) || ResolvedPath.contains(site, folder) {
            throw .cannot(
                "The state \(state) lies in the output \(output), where it would be published and replaced with the "
                    + "site; name another place with `state`.")
        }
        let name = URL(filePath: site).lastPathComponent
        let sibling = URL(filePath: site).deletingLastPathComponent().appending(path: ".\(name).broadsheet-staging")
            .path
        if ResolvedPath.contains(ResolvedPath.of(state + ".staging"), site) || ResolvedPath.contains(sibling, file) {
            throw .cannot(
                "The output \(output) and the state \(state) lie where the next site is built, which is emptied before; "
                    + "name another place for one of them.")
        }
        if let link = link(to: file, in: site) {
            throw .cannot(
                "\(link) in the output leads to the state \(state), which would be published; remove it, or name "
                    + "another place with `state`.")
        }
    }

    /// A file in the output that is the state under another name, or a link to it or to a folder that it lies in.
    private func link(to file: String, in site: String) -> String? {
        var state = stat()
        guard stat(file, &state) == 0 else { return nil }
        return FolderWalk.first(in: site) { entry in
            guard !entry.isLink else {
                return ResolvedPath.contains(ResolvedPath.of(entry.path), file) ? entry.path : nil
            }
            guard state.st_nlink > 1, entry.number == state.st_ino else { return nil }
            var status = stat()
            let isState = stat(entry.path, &status) == 0 && status.st_dev == state.st_dev
            return isState ? entry.path : nil
        }
    }
}
