import CDisk
import Foundation

/// A call to the system that failed.
struct DiskError: Error, Sendable, Hashable {
    var code: Int32
    var path: String

    init(_ path: String, code: Int32 = errno) {
        self.path = path
        self.code = code
    }

    /// The sentence for a person.
    var asPublishingError: PublishingError {
        switch code {
        case ENOSPC, EDQUOT:
            PublishingError("there is no space left to write “\(path)”; the site is as it was: free some and run again")
        case EACCES, EPERM, EROFS:
            PublishingError("“\(path)” may not be written; make it writable for this user, or choose another output")
        case ENOTDIR, EEXIST, EISDIR:
            PublishingError("something else stands at “\(path)”, where the site needs the name; move it away")
        default:
            PublishingError("“\(path)” cannot be written: \(String(cString: strerror(code)))")
        }
    }
}

/// The few calls to the file system that replacing a site needs, with the reasons for which they fail.
enum Disk {
    enum Kind: Sendable {
        case missing, file, folder, link, other
    }

    /// What stands at a path, links not followed.
    static func kind(_ path: String) -> Kind { FileStatus(path)?.kind ?? .missing }

    /// Which file system a path lies on; `nil` where nothing is.
    static func device(_ path: String) -> dev_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_dev : nil
    }

    static func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Whether a file holds exactly these bytes.
    static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
        guard FileStatus(path)?.isFile(ofSize: bytes.count) == true,
            let data = FileManager.default.contents(atPath: path)
        else { return false }
        return data.withUnsafeBytes { found in
            bytes.withUnsafeBytes { given in
                guard let found = found.baseAddress, let given = given.baseAddress else { return bytes.isEmpty }
                return memcmp(found, given, bytes.count) == 0
            }
        }
    }

    /// Writes a new file, which everybody may read. It need not lie on the disk when this returns: that is waited for
    /// once, for all of them.
    static func create(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, PublishedMode.file)
        guard file >= 0 else { throw DiskError(path) }
        var failure: DiskError?
        if fchmod(file, PublishedMode.file) != 0, !isWithoutModes(errno) { failure = DiskError(path) }
        giveToOwnerOfFolder(path)
        var done = 0
        while done < bytes.count, failure == nil {
            let count = bytes.withUnsafeBytes { buffer in
                write(file, buffer.baseAddress?.advanced(by: done), bytes.count - done)
            }
            if count > 0 { done += count } else if count < 0, errno != EINTR { failure = DiskError(path) }
        }
        if close(file) != 0, failure == nil { failure = DiskError(path) }
        if let failure { throw failure }
    }

    /// A folder that everybody may look into; one that is there stays as it is.
    static func makeFolder(_ path: String) throws(DiskError) {
        guard mkdir(path, PublishedMode.folder) == 0 else {
            guard errno == EEXIST, kind(path) == .folder else { throw DiskError(path) }
            return
        }
        giveToOwnerOfFolder(path)
        let handsItsGroupDown = FolderRights(of: path)?.handsItsGroupDown ?? false
        try openToAll(folder: path)
        guard handsItsGroupDown, FolderRights(of: path)?.handsItsGroupDown == false else { return }
        try makeAgain(path)
    }

    /// What root makes in somebody's folder is theirs: their next night has to replace it.
    private static func giveToOwnerOfFolder(_ path: String) {
        guard geteuid() == 0, let end = path.lastIndex(of: "/"), let parent = FolderRights(of: String(path[..<end])),
            parent.owner != 0
        else { return }
        _ = lchown(path, parent.owner, gid_t.max)
    }

    /// Makes a new folder once more, in its final mode at once: by a change of mode, who is not in its group takes the bit
    /// away that hands the group down.
    private static func makeAgain(_ path: String) throws(DiskError) {
        guard rmdir(path) == 0 else { throw DiskError(path) }
        // It holds for the whole process, and whoever else makes a file meanwhile states its mode.
        let mask = umask(0o777 & ~PublishedMode.folder)
        defer { umask(mask) }
        guard mkdir(path, PublishedMode.folder) == 0 else { throw DiskError(path) }
        giveToOwnerOfFolder(path)
    }

    /// The same file under a second name: neither its bytes nor its times change. A file system without such links gets
    /// a copy with the same times.
    static func link(_ existing: String, to path: String) throws(DiskError) {
        guard linkat(AT_FDCWD, existing, AT_FDCWD, path, 0) != 0 else { return }
        guard [EPERM, EMLINK, ENOTSUP, ENOSYS, EXDEV].contains(errno) else { throw DiskError(path) }
        var status = stat()
        guard lstat(existing, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let data = FileManager.default.contents(atPath: existing)
        else { throw DiskError(existing) }
        try create(path, Array(data))
        try sync(path)
        var times = [status.st_atim, status.st_mtim]
        // The times are a courtesy to caches; a file with others is the same file.
        _ = utimensat(AT_FDCWD, path, &times, 0)
        _ = chmod(path, status.st_mode & 0o7777)
    }

    static func move(_ path: String, to target: String) throws(DiskError) {
        guard rename(path, target) == 0 else { throw DiskError(target) }
    }

    static func remove(_ path: String) throws(DiskError) {
        guard unlink(path) == 0 || errno == ENOENT else { throw DiskError(path) }
    }

    /// Waits until a file, or the names in a folder, lie on the disk.
    static func sync(_ path: String) throws(DiskError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(path) }
        defer { close(file) }
        // Some file systems cannot, of a folder: they have nothing to wait for.
        guard fsync(file) == 0 || errno == EINVAL else { throw DiskError(path) }
    }

    /// Waits until these, and whatever else was written to the file system of `folder`, lie on the disk: by one call,
    /// since to ask for each of a thousand files is to wait a thousand times. Where there is no such call, one by one.
    static func sync(_ paths: some Sequence<String>, within folder: String) throws(DiskError) {
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw DiskError(folder) }
        defer { close(file) }
        guard sync_file_system(file) != 0 else { return }
        guard [ENOSYS, EINVAL, ENOTSUP].contains(errno) else { throw DiskError(folder) }
        for path in paths { try sync(path) }
        try sync(folder)
    }
}
