import DequeModule
import Foundation
import NIOCore
import NIOPosix
import Parallelism

/// Looks names up on threads of its own, with a cache for the run.
///
/// `getaddrinfo` can't be cancelled and may take a minute for a name whose servers are silent. So the caller is resumed
/// on cancellation, and a look-up that takes longer than `overdueTimer` allows no longer counts against the bound on
/// concurrent ones. A thread that hangs ends with the process.
final class NameResolver: Sendable {
    typealias Resolution = Result<[SocketAddress], TransportError>
    typealias LookUp = @Sendable (String) -> Resolution
    /// Calls back once a look-up has had its time.
    typealias OverdueTimer = @Sendable (@escaping @Sendable () -> Void) -> Void

    private struct PendingName {
        var waiting: [Int: CheckedContinuation<Resolution, Never>] = [:]
        /// The look-up that is under way for it.
        var lookUp: LookUpID?
        var isOverdue = false
    }

    private struct LookUpID: Hashable {
        let host: String
        let number: Int
    }

    private struct Queue {
        /// The cache.
        var known: [String: [SocketAddress]] = [:]
        var pending: [String: PendingName] = [:]
        var names: Deque<String> = []
        /// Threads whose look-up is not overdue.
        var busy = 0
        var threads = 0
        var lastTicket = 0
    }

    private let state = Guarded(Queue())
    private let maxConcurrent: Int
    private let maxThreads: Int
    private let overdueTimer: OverdueTimer
    private let lookUp: LookUp

    /// - Parameters:
    ///   - maxConcurrent: how many look-ups are under way together, those that are overdue apart: a router at home may
    ///     lose what it can't answer.
    ///   - maxThreads: how many names can hang at once; what is beyond waits, and can be cancelled like all others.
    ///   - overdueTimer: how a look-up's time is measured.
    ///   - lookUp: asks the system, and blocks its thread.
    init(
        maxConcurrent: Int = 64, maxThreads: Int = 1024,
        overdueTimer: @escaping OverdueTimer = NameResolver.quarterOfASecond,
        lookUp: @escaping LookUp = SystemResolver.addresses
    ) {
        self.maxConcurrent = maxConcurrent
        self.maxThreads = maxThreads
        self.overdueTimer = overdueTimer
        self.lookUp = lookUp
    }

    /// Most names take far less; those that take more go on beside the others.
    static let quarterOfASecond: OverdueTimer = { overdue in
        _ = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: .milliseconds(250), overdue)
    }

    /// How many callers wait for a name.
    var waitingCount: Int { state.withLock { $0.pending.values.reduce(0) { $0 + $1.waiting.count } } }

    /// The addresses of a name, in the order in which they are to be tried; each name is looked up once.
    ///
    /// - Throws: ``TransportError/unknownName(host:reason:)``; ``TransportError/cancelled`` at once when the task is
    ///   cancelled.
    func addresses(of host: String) async throws(TransportError) -> [SocketAddress] {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        let resolution = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                ask(host, ticket: ticket, waiter)
                // Cancelled before it could be withdrawn.
                if Task.isCancelled { withdraw(ticket, from: host) }
            }
        } onCancel: {
            withdraw(ticket, from: host)
        }
        return try resolution.get()
    }

    private func ask(_ host: String, ticket: Int, _ waiter: CheckedContinuation<Resolution, Never>) {
        let known = state.withLock { state -> [SocketAddress]? in
            if let known = state.known[host] { return known }
            if state.pending[host] == nil { state.names.append(host) }
            state.pending[host, default: PendingName()].waiting[ticket] = waiter
            return nil
        }
        if let known { return waiter.resume(returning: .success(known)) }
        startThreads()
    }

    private func withdraw(_ ticket: Int, from host: String) {
        let waiter = state.withLock { $0.pending[host]?.waiting.removeValue(forKey: ticket) }
        waiter?.resume(returning: .failure(.cancelled))
    }

    /// As many threads as there is work and room for.
    private func startThreads() {
        while let first = state.withLock({ state in takeName(&state, isNewThread: true) }) {
            let thread = Thread { [self] in work(on: first) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    /// The next name that has a waiting caller.
    private func takeName(_ state: inout Queue, isNewThread: Bool) -> LookUpID? {
        guard state.busy < maxConcurrent, !isNewThread || state.threads < maxThreads else { return nil }
        while let host = state.names.popFirst() {
            guard state.pending[host]?.waiting.isEmpty == false else {
                state.pending[host] = nil
                continue
            }
            state.lastTicket += 1
            let id = LookUpID(host: host, number: state.lastTicket)
            state.pending[host]?.lookUp = id
            state.busy += 1
            if isNewThread { state.threads += 1 }
            return id
        }
        return nil
    }

    private func work(on first: LookUpID) {
        var next: LookUpID? = first
        while let id = next {
            overdueTimer { [self] in callOverdue(id) }
            next = finish(id, lookUp(id.host))
        }
    }

    private func callOverdue(_ id: LookUpID) {
        state.withLock { state in
            guard state.pending[id.host]?.lookUp == id else { return }
            state.pending[id.host]?.isOverdue = true
            state.busy -= 1
        }
        startThreads()
    }

    /// Hands the result to all who wait for it, and gives the thread its next name, if there is one for it.
    private func finish(_ id: LookUpID, _ result: Resolution) -> LookUpID? {
        let (name, next) = state.withLock { state in
            let name = state.pending.removeValue(forKey: id.host)
            if case .success(let addresses) = result { state.known[id.host] = addresses }
            if name?.isOverdue != true { state.busy -= 1 }
            let next = takeName(&state, isNewThread: false)
            if next == nil { state.threads -= 1 }
            return (name, next)
        }
        for waiter in (name?.waiting ?? [:]).values { waiter.resume(returning: result) }
        return next
    }
}

/// The system's resolver: files, DNS, and whatever else it is told to ask.
enum SystemResolver {
    /// Asks for both families at once, and blocks until the system has an answer.
    static func addresses(of host: String) -> NameResolver.Resolution {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0, let list else {
            return .failure(.unknownName(host: host, reason: String(cString: gai_strerror(code))))
        }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        for entry in sequence(first: list, next: { $0.pointee.ai_next }) {
            if let address = address(entry.pointee), !found.contains(address) { found.append(address) }
        }
        guard !found.isEmpty else {
            return .failure(.unknownName(host: host, reason: "it has no address"))
        }
        return .success(found)
    }

    private static func address(_ entry: addrinfo) -> SocketAddress? {
        guard let raw = UnsafeRawPointer(entry.ai_addr) else { return nil }
        return switch entry.ai_family {
        case AF_INET: SocketAddress(raw.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: SocketAddress(raw.loadUnaligned(as: sockaddr_in6.self))
        default: nil
        }
    }
}
