import Foundation

/// The permissions of what is published, whatever the umask of the process is.
enum PublishedMode {
    static let file: mode_t = 0o644
    static let folder: mode_t = 0o755
}

/// Who may do what with a folder.
struct FolderRights: Sendable, Hashable {
    /// With setuid, setgid and sticky bits.
    var mode: mode_t
    var group: gid_t
    /// Only root can give it.
    var owner: uid_t

    init(_ status: stat) {
        mode = status.st_mode & 0o7777
        group = status.st_gid
        owner = status.st_uid
    }

    /// Those of a folder, links followed; `nil` where there is none.
    init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Those that a folder gets which is made within `parent`.
    init(newIn parent: String) {
        let parent = FolderRights(of: parent)
        let isPassedDown = parent?.handsItsGroupDown ?? false
        mode = PublishedMode.folder | (isPassedDown ? S_ISGID : 0)
        group = (isPassedDown ? parent?.group : nil) ?? getegid()
        owner = (geteuid() == 0 ? parent?.owner : nil) ?? geteuid()
    }

    /// Whether what is made within gets its group, and folders this bit.
    var handsItsGroupDown: Bool { mode & S_ISGID != 0 }

    /// Gives the group, and the bit that hands it down, to a folder that only this user may look into so far.
    ///
    /// - Returns: Whether it has them; a user may not give a group that they are not in.
    func giveGroup(to path: String) -> Bool {
        guard FolderRights(of: path)?.group == group || chown(path, uid_t.max, group) == 0 else { return false }
        let bit = mode & S_ISGID
        // Without the right to the bit the system leaves it out, and says nothing.
        guard chmod(path, 0o700 | bit) == 0 || Disk.isWithoutModes(errno) else { return false }
        return FolderRights(of: path).map { $0.group == group && $0.mode & S_ISGID == bit } ?? false
    }

    /// Gives a folder all of it, the group where this user may, and the owner where this is root.
    func give(to path: String) throws(DiskError) {
        let present = FolderRights(of: path)
        if present?.group != group { _ = chown(path, uid_t.max, group) }
        if present?.owner != owner, geteuid() == 0 { _ = chown(path, owner, gid_t.max) }
        try Disk.setMode(mode, of: path)
    }
}

extension Disk {
    /// Whether `code` says that a file's mode can't be changed: the file system has none, or the file is another user's.
    static func isWithoutModes(_ code: Int32) -> Bool { [EPERM, ENOTSUP, ENOSYS, EINVAL].contains(code) }

    /// Sets a mode where there is such a thing, and it is another.
    static func setMode(_ mode: mode_t, of path: String) throws(DiskError) {
        guard self.mode(path) != mode, chmod(path, mode) != 0, !isWithoutModes(errno) else { return }
        throw DiskError(path)
    }

    /// Lets everybody look into a folder of ours; whether it hands its group down stays.
    static func openToAll(folder path: String) throws(DiskError) {
        try setMode(PublishedMode.folder | ((mode(path) ?? 0) & S_ISGID), of: path)
    }

    /// Lets everybody read a file of ours; what else stands there stays as it is. `status` is that of it, where it is known.
    static func openToAll(file path: String, _ status: FileStatus? = nil) throws(DiskError) {
        guard let status = status ?? FileStatus(path), status.kind == .file, status.rights.mode != PublishedMode.file
        else { return }
        try setMode(PublishedMode.file, of: path)
    }
}
