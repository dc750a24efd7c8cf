import Foundation

/// Goes through a folder and all folders within it by what they say of their entries, which asks the system nothing of each.
package enum FolderWalk {
    /// An ordinary file, or a link.
    package struct Entry: Sendable {
        package let path: String
        package let isLink: Bool
        /// The file's number in its file system, as its folder has it.
        package let number: UInt64
    }

    /// What `find` gives for the first entry for which it gives something; links are not followed. What can't be read is as
    /// if it were not there, and so is a name that is no UTF-8.
    package static func first<Value>(in folder: String, _ find: (Entry) -> Value?) -> Value? {
        var folders = [folder]
        while let folder = folders.popLast() {
            guard let stream = opendir(folder) else { continue }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                guard let name = name(of: entry), name != ".", name != ".." else { continue }
                let path = folder + "/" + name
                let kind = kind(of: entry, at: path)
                switch kind {
                case S_IFDIR: folders.append(path)
                case S_IFREG, S_IFLNK:
                    let isLink = kind == S_IFLNK
                    if let value = find(Entry(path: path, isLink: isLink, number: UInt64(entry.pointee.d_ino))) {
                        return value
                    }
                default: continue
                }
            }
        }
        return nil
    }

    private static func name(of entry: UnsafeMutablePointer<dirent>) -> String? {
        withUnsafePointer(to: &entry.pointee.d_name) { field in
            field.withMemoryRebound(to: CChar.self, capacity: 1) { String(validatingCString: $0) }
        }
    }

    /// The kind as the bits of `st_mode` have it; a file system that does not say it in the folder is asked.
    private static func kind(of entry: UnsafeMutablePointer<dirent>, at path: String) -> mode_t {
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_DIR): return S_IFDIR
        case Int32(DT_REG): return S_IFREG
        case Int32(DT_LNK): return S_IFLNK
        case Int32(DT_UNKNOWN):
            var status = stat()
            return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
        default: return 0
        }
    }
}
