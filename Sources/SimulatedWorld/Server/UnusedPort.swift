import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A port of this machine on which nobody listens and which nobody else gets: a socket that is bound, no more.
///
/// A connection to it is refused for as long as this lives.
struct UnusedPort: ~Copyable, Sendable {
    let address: SocketPlace
    private let descriptor: Int32

    /// - Throws: ``WorldError`` where no port can be had.
    init(host: String) throws(WorldError) {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let descriptor = socket(AF_INET, kind, 0)
        guard descriptor >= 0 else { throw .noPort(host: host) }
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &place.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound else {
            close(descriptor)
            throw .noPort(host: host)
        }
        self.descriptor = descriptor
        address = SocketPlace(host: host, port: Int(UInt16(bigEndian: place.sin_port)))
    }

    deinit { close(descriptor) }
}

/// Keeps an ``UnusedPort`` where a list of them is needed: a list cannot hold what cannot be copied.
final class UnusedPortBox: Sendable {
    private let port: UnusedPort

    var place: SocketPlace { port.address }

    /// Takes a port on the first of these hosts on which this machine gives one.
    /// - Throws: ``WorldError`` where none does.
    init(hosts: [String]) throws(WorldError) {
        port = try Self.port(hosts[...])
    }

    private static func port(_ hosts: ArraySlice<String>) throws(WorldError) -> UnusedPort {
        do {
            return try UnusedPort(host: hosts.first ?? "127.0.0.1")
        } catch {
            guard hosts.count > 1 else { throw error }
            return try port(hosts.dropFirst())
        }
    }
}

/// A host of the loopback network, and a port.
struct SocketPlace: Sendable, Hashable {
    let host: String
    let port: Int
}

/// Why the simulated world cannot be.
package enum WorldError: Error, Sendable, Hashable, CustomStringConvertible {
    case noPort(host: String)
    case idTwice(String)
    case noCertificates(source: String)

    package var description: String {
        switch self {
        case .noPort(let host):
            "The simulated world found no free port on \(host): end what holds the ports, or raise the limit of open files."
        case .idTwice(let id):
            "The simulated world was given two sources with the id “\(id)”: give each an id of its own."
        case .noCertificates(let source):
            "The simulated world's “\(source)” speaks TLS, and nobody was named who issues certificates."
        }
    }
}

/// How many files, sockets among them, this process may have open.
package enum FileLimit {
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
