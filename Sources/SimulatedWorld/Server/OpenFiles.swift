import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How many files, sockets among them, this process may have open.
package enum OpenFiles {
    /// Raises the process's own limit so far; `false` where the machine does not let it.
    @discardableResult
    package static func allow(_ count: Int) -> Bool {
        #if canImport(Glibc)
            let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let resource = RLIMIT_NOFILE
        #endif
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return false }
        if limit.rlim_cur >= rlim_t(count) { return true }
        limit.rlim_cur = min(rlim_t(count), limit.rlim_max)
        return limit.rlim_cur == rlim_t(count) && setrlimit(resource, &limit) == 0
    }
}
