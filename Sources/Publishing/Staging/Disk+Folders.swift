import CDisk
import Files
import Foundation

/// The names in a folder. A name is bytes to the system: one that is no UTF-8 is the user's, and is only linked as it
/// is.
struct FolderEntries {
    /// Sorted.
    private(set) var names: [String] = []
    /// Those that are no UTF-8, each with its NUL.
    private(set) var foreign: [[CChar]] = []

    var isEmpty: Bool { names.isEmpty && foreign.isEmpty }

    /// - Parameter folder: with its NUL. `nil`, with `errno`, where it can't be read.
    init?(of folder: [CChar]) {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
                field.withMemoryRebound(to: CChar.self, capacity: 1) { start in
                    Array(UnsafeBufferPointer(start: start, count: strlen(start) + 1))
                }
            }
            let bytes = name.dropLast().map { UInt8(bitPattern: $0) }
            guard bytes != [0x2E], bytes != [0x2E, 0x2E] else { continue }
            if let text = String(validating: bytes, as: UTF8.self) { names.append(text) } else { foreign.append(name) }
        }
        names.sort()
    }
}

extension Disk {
    /// Removes a file, or a folder and all that is in it; nothing where there is none. A folder in which something is
    /// mounted stays: that is not ours to empty.
    static func removeTree(_ path: String) throws(DiskError) {
        switch kind(path) {
        case .missing: return
        case .file, .link, .other: try remove(path)
        case .folder:
            guard MountPoints.below(path).isEmpty else { throw DiskError(path, code: EBUSY) }
            do { try FileManager.default.removeItem(atPath: path) } catch { throw DiskError(path) }
        }
    }

    /// Removes a folder in which nothing is; false where something is.
    static func removeIfEmpty(_ folder: String) throws(DiskError) -> Bool {
        guard rmdir(folder) != 0 else { return true }
        guard [ENOTEMPTY, EEXIST, EBUSY].contains(errno) else { throw DiskError(folder) }
        return false
    }

    /// The names in a folder, sorted, but for those that are no UTF-8.
    static func names(in folder: String) throws(DiskError) -> [String] {
        try entries(in: folder).names
    }

    /// What a folder holds.
    static func entries(in folder: String) throws(DiskError) -> FolderEntries {
        guard let entries = FolderEntries(of: Array(folder.utf8CString)) else { throw DiskError(folder) }
        return entries
    }

    /// Swaps two folders in one step of the file system, so that a reader sees the one or the other, whole.
    ///
    /// - Returns: Whether it was done. `false` where the file system, the kernel or the place does not allow it: a folder
    ///   where something is mounted, a parent that may not be written.
    static func exchange(_ first: String, _ second: String) throws(DiskError) -> Bool {
        guard exchange_paths(first, second) != 0 else { return true }
        let code = errno
        if [EINVAL, ENOSYS, ENOTSUP, EBUSY, EXDEV, EPERM, EACCES].contains(code) { return false }
        throw DiskError(second, code: code)
    }

    /// Gives what stands at a path a second name, a folder with all that is in it: what is the user's own goes with the
    /// site, whatever it is called.
    static func linkTree(_ existing: [CChar], to path: [CChar]) throws(DiskError) {
        var status = stat()
        guard lstat(existing, &status) == 0 else { throw failure(existing) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            guard linkat(AT_FDCWD, existing, AT_FDCWD, path, 0) == 0 else { throw failure(path) }
            return
        }
        guard mkdir(path, 0o777) == 0, let entries = FolderEntries(of: existing) else { throw failure(path) }
        for name in entries.names.map({ Array($0.utf8CString) }) + entries.foreign {
            try linkTree(self.path(existing, name), to: self.path(path, name))
        }
        // An owner or a group that this user may not give is the one thing that is lost.
        _ = chown(path, geteuid() == 0 ? status.st_uid : uid_t.max, status.st_gid)
        guard chmod(path, status.st_mode & 0o7777) == 0 else { throw failure(path) }
    }

    /// A name in a folder, all with their NULs.
    static func path(_ folder: [CChar], _ name: [CChar]) -> [CChar] {
        folder.dropLast() + [CChar(bitPattern: UInt8(ascii: "/"))] + name
    }

    private static func failure(_ path: [CChar]) -> DiskError {
        let code = errno
        return DiskError(String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self), code: code)
    }
}
