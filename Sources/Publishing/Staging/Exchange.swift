import CDisk

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Swaps two folders in one step of the file system, so that whoever looks sees the one or the other, whole.
enum Exchange {
    /// Whether it was done. `false` where the file system, the kernel or the place does not allow it: a folder where
    /// something is mounted, a parent that may not be written.
    static func folders(_ first: String, _ second: String) throws(DiskError) -> Bool {
        guard exchange_paths(first, second) != 0 else { return true }
        let code = errno
        if [EINVAL, ENOSYS, ENOTSUP, EBUSY, EXDEV, EPERM, EACCES].contains(code) { return false }
        throw DiskError(second, code: code)
    }
}
