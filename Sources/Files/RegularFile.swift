import CDisk
package import Foundation

/// Reads ordinary files that somebody named. A pipe, a socket or a device is refused at once: to read one is to wait for
/// whoever writes into it.
package enum RegularFile {
    /// Why a file can't be read.
    package enum Failure: Error, Sendable, Hashable {
        case missing
        /// Something else stands at the path; what it is, as `a folder`.
        case other(String)
        case unreadable
        case tooLarge
    }

    /// The bytes of a file, links followed; one that is longer than `mostBytes` is refused.
    package static func contents(of path: String, mostBytes: Int = .max - 1) throws(Failure) -> Data {
        try check(path)
        // It is looked at once more when it is open: what stands there may have changed, and opening waits for nobody.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable }
        try check(status)
        guard !madeUpSystems.contains(file_system_of(descriptor)) else { throw .other(madeUp) }
        guard status.st_size <= mostBytes else { throw .tooLarge }
        return try read(handle, mostBytes)
    }

    /// Whether there is an ordinary file at a path, links followed.
    package static func check(_ path: String) throws(Failure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw [ENOENT, ENOTDIR].contains(errno) ? .missing : .unreadable }
        try check(status)
        guard !madeUpSystems.contains(file_system_at(path)) else { throw .other(madeUp) }
    }

    private static func read(_ handle: FileHandle, _ mostBytes: Int) throws(Failure) -> Data {
        var data = Data()
        do {
            while data.count <= mostBytes,
                let part = try handle.read(upToCount: min(mostBytes + 1 - data.count, 1 << 20)),
                !part.isEmpty
            {
                data.append(part)
            }
        } catch {
            throw .unreadable
        }
        guard data.count <= mostBytes else { throw .tooLarge }
        return data
    }

    private static func check(_ status: stat) throws(Failure) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        case S_IFDIR: throw .other("a folder")
        case S_IFIFO: throw .other("a pipe")
        case S_IFSOCK: throw .other("a socket")
        default: throw .other("a device")
        }
    }

    private static let madeUp = "a file that the system makes up"

    /// The file systems in which the kernel shows itself (`linux/magic.h`): what looks like a file there may have no end,
    /// or one that comes when somebody else says something. proc, sysfs, debugfs, tracefs, securityfs, cgroup, cgroup2,
    /// bpf, configfs, pstore, efivarfs, selinux and binfmt_misc.
    private static let madeUpSystems: Set<UInt32> = [
        0x9FA0, 0x6265_6572, 0x6462_6720, 0x7472_6163, 0x7363_6673, 0x27_E0EB, 0x6367_7270, 0xCAFE_4A11, 0x6265_6570,
        0x6165_676C, 0xDE5E_81E4, 0xF97C_FF8C, 0x4249_4E4D,
    ]
}
