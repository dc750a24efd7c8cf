import DequeModule
import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Names to addresses, looked up on threads of its own.
///
/// The system's resolver can't be cancelled and may take a minute for a name whose servers are silent. Nobody waits for
/// such a thread: who asked can be cancelled, and a look-up that takes longer than `patience` no longer counts among
/// those that go on at once, so that other names have their turn. A thread that hangs ends with the process.
final class NameResolver: Sendable {
    typealias LookUp = @Sendable (String) -> Result<[SocketAddress], Failure>
    /// Calls back once a look-up has had its time.
    typealias Patience = @Sendable (@escaping @Sendable () -> Void) -> Void

    /// A name that leads nowhere.
    struct Failure: Error, Hashable {
        let host: String
        /// In the resolver's own words.
        let reason: String
    }

    private struct Job {
        var waiting: [Int: CheckedContinuation<[SocketAddress], any Error>] = [:]
        /// The look-up that is under way for it.
        var lookUp: LookUpID?
        var isOverdue = false
    }

    private struct LookUpID: Hashable {
        let host: String
        let number: Int
    }

    private struct State {
        var known: [String: [SocketAddress]] = [:]
        var jobs: [String: Job] = [:]
        var queue: Deque<String> = []
        /// Threads whose look-up is not overdue.
        var busy = 0
        var threads = 0
        var lastTicket = 0
    }

    /// More than this many names can't hang at once; what is beyond waits, and can be cancelled like all others.
    private static let mostThreads = 1024

    private let state = Mutex(State())
    private let mostAtOnce: Int
    private let patience: Patience
    private let lookUp: LookUp

    /// - Parameters:
    ///   - mostAtOnce: how many look-ups are under way together, those that are overdue apart: a router at home may
    ///     lose what it can't answer.
    ///   - patience: how a look-up's time is measured.
    ///   - lookUp: asks the system, and blocks its thread.
    init(
        mostAtOnce: Int = 64, patience: @escaping Patience = NameResolver.quarterOfASecond,
        lookUp: @escaping LookUp = SystemNames.addresses
    ) {
        self.mostAtOnce = mostAtOnce
        self.patience = patience
        self.lookUp = lookUp
    }

    /// Most names take far less; those that take more go on beside the others.
    static let quarterOfASecond: Patience = { overdue in
        _ = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: .milliseconds(250), overdue)
    }

    /// The addresses of a name, in the order in which they are to be tried; each name is looked up once.
    ///
    /// - Throws: ``Failure``; `CancellationError` at once when the task is cancelled.
    func addresses(of host: String) async throws -> [SocketAddress] {
        let ticket = state.withLock { state in
            state.lastTicket += 1
            return state.lastTicket
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                ask(host, ticket: ticket, waiter)
                // Cancelled before it could be withdrawn.
                if Task.isCancelled { withdraw(ticket, from: host) }
            }
        } onCancel: {
            withdraw(ticket, from: host)
        }
    }

    private func ask(_ host: String, ticket: Int, _ waiter: CheckedContinuation<[SocketAddress], any Error>) {
        let known = state.withLock { state -> [SocketAddress]? in
            if let known = state.known[host] { return known }
            if state.jobs[host] == nil { state.queue.append(host) }
            state.jobs[host, default: Job()].waiting[ticket] = waiter
            return nil
        }
        if let known { return waiter.resume(returning: known) }
        startThreads()
    }

    private func withdraw(_ ticket: Int, from host: String) {
        let waiter = state.withLock { $0.jobs[host]?.waiting.removeValue(forKey: ticket) }
        waiter?.resume(throwing: CancellationError())
    }

    /// As many threads as there is work and room for.
    private func startThreads() {
        while let first = state.withLock({ state in takeJob(&state, isNewThread: true) }) {
            let thread = Thread { [self] in work(on: first) }
            thread.stackSize = 512 << 10
            thread.start()
        }
    }

    /// The next name that somebody still waits for.
    private func takeJob(_ state: inout State, isNewThread: Bool) -> LookUpID? {
        guard state.busy < mostAtOnce, !isNewThread || state.threads < Self.mostThreads else { return nil }
        while let host = state.queue.popFirst() {
            guard state.jobs[host]?.waiting.isEmpty == false else {
                state.jobs[host] = nil
                continue
            }
            state.lastTicket += 1
            let id = LookUpID(host: host, number: state.lastTicket)
            state.jobs[host]?.lookUp = id
            state.busy += 1
            if isNewThread { state.threads += 1 }
            return id
        }
        return nil
    }

    private func work(on first: LookUpID) {
        var next: LookUpID? = first
        while let id = next {
            patience { [self] in callOverdue(id) }
            next = finish(id, lookUp(id.host))
        }
    }

    private func callOverdue(_ id: LookUpID) {
        state.withLock { state in
            guard state.jobs[id.host]?.lookUp == id else { return }
            state.jobs[id.host]?.isOverdue = true
            state.busy -= 1
        }
        startThreads()
    }

    /// Hands the result to all who wait for it, and gives the thread its next name, if there is one for it.
    private func finish(_ id: LookUpID, _ result: Result<[SocketAddress], Failure>) -> LookUpID? {
        let (job, next) = state.withLock { state in
            let job = state.jobs.removeValue(forKey: id.host)
            if case .success(let addresses) = result { state.known[id.host] = addresses }
            if job?.isOverdue != true { state.busy -= 1 }
            let next = takeJob(&state, isNewThread: false)
            if next == nil { state.threads -= 1 }
            return (job, next)
        }
        for waiter in (job?.waiting ?? [:]).values { waiter.resume(with: result.mapError { $0 }) }
        return next
    }
}

/// The system's resolver: files, DNS, and whatever else it is told to ask.
enum SystemNames {
    /// Asks for both families at once, and blocks until the system has an answer.
    static func addresses(of host: String) -> Result<[SocketAddress], NameResolver.Failure> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        guard code == 0, let list else {
            return .failure(NameResolver.Failure(host: host, reason: String(cString: gai_strerror(code))))
        }
        defer { freeaddrinfo(list) }
        var found: [SocketAddress] = []
        for entry in sequence(first: list, next: { $0.pointee.ai_next }) {
            if let address = address(entry.pointee), !found.contains(address) { found.append(address) }
        }
        guard !found.isEmpty else {
            return .failure(NameResolver.Failure(host: host, reason: "it has no address"))
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
