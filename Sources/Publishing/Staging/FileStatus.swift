import Foundation

/// What the system says of that which stands at a path, links not followed.
struct FileStatus: Sendable {
    let kind: Disk.Kind
    /// In bytes.
    let size: Int
    let rights: FolderRights
    private let device: dev_t
    private let number: ino_t

    /// `nil` where nothing stands.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            default: .other
            }
        size = Int(status.st_size)
        rights = FolderRights(status)
        device = status.st_dev
        number = status.st_ino
    }

    /// Whether it is an ordinary file of so many bytes.
    func isFile(ofSize size: Int) -> Bool { kind == .file && self.size == size }

    /// Whether both are names of one file.
    func isSameFile(as other: FileStatus) -> Bool { device == other.device && number == other.number }
}
