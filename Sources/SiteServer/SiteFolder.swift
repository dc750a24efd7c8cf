#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The folder of a site, from which ordinary files are read and no link is followed: opened anew for each request, since
/// a run puts another folder in its place.
struct SiteFolder: Sendable {
    let path: String

    /// What stands at a place.
    enum Entry: Sendable {
        case file(SiteEntry)
        case folder
        case missing
    }

    /// Looks for the names one after the other, each in the folder before it, so that none can lead out of it.
    func entry(_ names: [String]) -> Entry {
        guard var folder = Descriptor(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)) else { return .missing }
        for name in names.dropLast() {
            guard let next = folder.open(name, O_DIRECTORY) else { return .missing }
            folder = next
        }
        guard let last = names.last, let file = folder.open(last, O_NONBLOCK) else { return .missing }
        var status = stat()
        guard fstat(file.number, &status) == 0 else { return .missing }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return file.contents(status).map { .file($0) } ?? .missing
        default: return .missing
        }
    }
}

/// A file as it was read.
struct SiteEntry: Sendable {
    var bytes: [UInt8]
    /// When it was last changed, in seconds since 1970.
    var modified: Int
    /// What changes with it (RFC 9110 §8.8.3).
    var entityTag: String
}

/// An open file or folder.
private struct Descriptor: ~Copyable {
    let number: Int32

    init?(_ number: Int32) {
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }

    func open(_ name: String, _ flags: Int32) -> Descriptor? {
        Descriptor(openat(number, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags))
    }

    /// More is no file of a site.
    private static let mostBytes = 256 << 20

    func contents(_ status: stat) -> SiteEntry? {
        let size = Int(status.st_size)
        guard size <= Self.mostBytes else { return nil }
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = 0
            while count < size {
                let got = read(number, buffer.baseAddress?.advanced(by: count), size - count)
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { break }
                count += got
            }
        }
        guard bytes.count == size else { return nil }
        #if canImport(Glibc)
            let time = status.st_mtim
        #else
            let time = status.st_mtimespec
        #endif
        let tag = [Int(status.st_ino), size, Int(time.tv_sec), Int(time.tv_nsec)].map { String($0, radix: 36) }
        return SiteEntry(bytes: bytes, modified: Int(time.tv_sec), entityTag: "\"\(tag.joined(separator: "-"))\"")
    }
}
