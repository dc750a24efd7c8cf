import Foundation
import HTTPTransport
import NewsModel
import Parallelism
import WebText

/// One attempt at a request, with the redirects that it is answered with.
///
/// At most five hops; a loop ends at once; never from https to http; what identifies the user stays with the origin
/// that it was meant for; a cookie lives as long as the chain.
struct RedirectChain {
    let fetcher: HTTPFetcher
    let request: FetchRequest
    /// Whether it was tried before.
    let isRetry: Bool
    let progress: FetchProgress
    /// Of the source's own address.
    private let ownAuthority: String

    init(fetcher: HTTPFetcher, request: FetchRequest, isRetry: Bool, progress: FetchProgress) {
        self.fetcher = fetcher
        self.request = request
        self.isRetry = isRetry
        self.progress = progress
        ownAuthority = HTTPFetcher.authority(of: request.url)
    }

    static let maxHops = 5

    private enum Hop<Value: Sendable>: Sendable {
        case final(ParsedResponse<Value>)
        case redirect(to: String, isPermanent: Bool, cookies: CookieJar)
    }

    typealias BodyReader<Value: Sendable> =
        @Sendable (ResponseHead, BoundedBody) async throws -> (Value, bodyHash: String)

    func follow<Value: Sendable>(reading: @escaping BodyReader<Value>) async throws -> ParsedResponse<Value> {
        var url = request.url
        var visited: Set<String> = []
        var cookies = CookieJar()
        var permanent: String?
        var isPermanentSoFar = true
        for _ in 0...Self.maxHops {
            guard visited.insert(url + cookies.fingerprint).inserted else {
                throw FetchFailure.refused("redirects in a loop at \(url)", advice: Advice.redirects)
            }
            switch try await hop(to: url, cookies: cookies, reading: reading) {
            case .final(var answer):
                answer.permanentRedirect = permanent
                return answer
            case .redirect(let next, let isPermanent, let jar):
                try judge(next, from: url)
                isPermanentSoFar = isPermanentSoFar && isPermanent
                if isPermanentSoFar { permanent = next == request.url ? nil : next }
                (url, cookies) = (next, jar)
            }
        }
        throw FetchFailure.refused("more than \(Self.maxHops) redirects", advice: Advice.redirects)
    }

    private func judge(_ next: String, from url: String) throws {
        if URIReference.scheme(of: url) == "https", URIReference.scheme(of: next) == "http" {
            throw FetchFailure.refused("redirects from https to http: \(next)", advice: Advice.downgrade)
        }
    }

    /// Waits for the host's turn, sends the request, and reads its response or learns where it redirects to.
    private func hop<Value: Sendable>(
        to url: String, cookies: CookieJar, reading: @escaping BodyReader<Value>
    ) async throws -> Hop<Value> {
        try fetcher.addresses.judge(url: url)
        let host = HTTPFetcher.host(of: url)
        progress.update { $0.host = host }
        let authority = url == request.url ? ownAuthority : HTTPFetcher.authority(of: url)
        try await waitForHost(host, authority)
        progress.enter(.waitingForTurn)
        let asked = fetcher.clock.elapsed
        return try await fetcher.slots.withTurn(at: host, hostLimit: request.hostLimit, rank: rank(at: authority)) {
            // A turn that was given back at the deadline is none, though the cancellation may still be on its way.
            guard !Task.isCancelled, !fetcher.isOver else { throw CancellationError() }
            // Another of its feeds may have been told to stay away while this one waited.
            try await waitForPause(of: authority)
            let begun = fetcher.clock.elapsed
            progress.update {
                $0.times.queue += begun - asked
                $0.isAsked = true
                $0.stage = .waitingForAnswer
            }
            let received = ReceivedError()
            let message = outgoing(to: url, cookies: cookies, begun: begun)
            let exchange = fetcher.recorder?.begin(
                message, of: request.source, at: fetcher.now, mostBytes: fetcher.maxBodyBytes)
            do {
                let hop = try await withinTime(from: begun) {
                    let response = try await fetcher.send(message)
                    exchange?.receive(response)
                    let hop = try await self.hop(
                        response, from: url, begun: begun, cookies: cookies, reading: reading, received: received,
                        tap: exchange?.tap)
                    await response.body.release()
                    return hop
                }
                if let exchange { fetcher.recorder?.end(exchange) }
                if case .final = hop, authority == ownAuthority, fetcher.limiter.hasPauses {
                    await fetcher.limiter.answered(ownAuthority)
                }
                return hop
            } catch {
                // The status is known, and an error page without end must not hide it.
                let failure = received.failure ?? error
                if let exchange { fetcher.recorder?.end(exchange, failure: error) }
                // Before the turn is given back, so that whoever is next there learns of it.
                await fetcher.recordRetryAfter(of: failure, to: request)
                throw failure
            }
        }
    }

    /// A redirect within the source's own host comes before what ranks behind it. A retry, and a redirect from another
    /// host, come after those that have not been asked yet.
    private func rank(at authority: String) -> Int {
        isRetry || authority != ownAuthority ? request.rank + Self.behindAll : request.rank
    }

    /// More than there are sources.
    private static let behindAll = 1 << 32

    /// Runs a request within its own timeout. At the deadline the batch cancels it: no clock needs to run for that.
    private func withinTime<T: Sendable>(
        from begun: Duration, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        let end = begun + request.timeout
        return end < fetcher.deadline ? try await fetcher.clock.race(until: end, work) : try await work()
    }

    /// A response that is no success, from when its head is there.
    private final class ReceivedError: Sendable {
        private let response = Guarded<ErrorResponse?>(nil)

        func set(_ error: ErrorResponse) {
            response.withLock { $0 = error }
        }

        var failure: FetchFailure? { response.withLock { $0.map(FetchFailure.status) } }
    }

    /// Waits until the host's rate limit and its own wish allow a request.
    private func waitForHost(_ host: String, _ authority: String) async throws {
        try await waitForPause(of: authority)
        let start = await fetcher.limiter.reserve(host, at: fetcher.clock.elapsed)
        guard start < fetcher.deadline else {
            progress.enter(.waitingForHost)
            throw FetchFailure.late("its host's rate limit leaves no time for it before the deadline")
        }
        try await sleep(until: start)
    }

    /// Waits until a host that said "come back later" may be asked again, unless that is after the deadline.
    private func waitForPause(of authority: String) async throws {
        let limiter = fetcher.limiter
        guard let pause = await limiter.pause(of: authority, for: request.source, at: fetcher.clock.elapsed) else {
            return
        }
        guard pause.until < fetcher.deadline else {
            let until = fetcher.began.addingTimeInterval(pause.until.seconds)
            throw FetchFailure.paused(until: until, reason: pause.reason)
        }
        try await sleep(until: pause.until)
    }

    private func sleep(until instant: Duration) async throws {
        guard instant > fetcher.clock.elapsed else { return }
        progress.enter(.waitingForHost)
        try await fetcher.clock.sleep(until: instant)
    }

    private func hop<Value: Sendable>(
        _ response: HTTPResponse, from url: String, begun: Duration, cookies: CookieJar,
        reading: BodyReader<Value>, received: ReceivedError, tap: BodyTap?
    ) async throws -> Hop<Value> {
        let head = ResponseHead(url: url, status: response.status, headers: response.headers)
        let firstByte = fetcher.clock.elapsed - begun
        let clock = head.date("date").map {
            ClockReading(host: HTTPFetcher.host(of: url), ahead: $0.timeIntervalSince(fetcher.now))
        }
        progress.update {
            $0.status = head.status
            $0.clock = clock
            $0.times.firstByte = firstByte
            $0.stage = .reading
        }
        let body = BoundedBody(
            response.body, coding: ContentCoding(head.all("content-encoding")), maxBytes: fetcher.maxBodyBytes,
            budget: fetcher.budget, tap: tap, onBytes: { [progress] count in progress.update { $0.bytes += count } })
        if let target = try redirectTarget(of: head) {
            var jar = cookies
            jar.keep(head.all("set-cookie"), from: url, now: fetcher.now)
            return .redirect(to: target, isPermanent: [301, 308].contains(head.status), cookies: jar)
        }
        switch head.status {
        case 304 where validators(for: url) != nil:
            return .final(ParsedResponse(value: nil, head: head, bodyHash: ""))
        case 101:
            throw FetchFailure.malformed("101 Switching Protocols, though nobody asked for another one")
        case 206:
            throw FetchFailure.malformed("206 Partial Content, though nobody asked for a part")
        // Some gates ask for their proof with a 202.
        case 200..<300 where !head.isChallenge:
            try judgeLength(head)
            let (value, hash) = try await reading(head, body)
            return .final(ParsedResponse(value: value, head: head, bodyHash: hash))
        default:
            var error = ErrorResponse(head: head, body: [])
            received.set(error)
            error.body = await errorPage(head, body)
            received.set(error)
            throw FetchFailure.status(error)
        }
    }

    /// As much of an error page as says what is wrong: where an API explains itself, and where a gate before the site may
    /// tell who it is. The latter is not waited for long, since it may have no end.
    private func errorPage(_ head: ResponseHead, _ body: BoundedBody) async -> [UInt8] {
        if request.readsErrors { return await body.prefix(Self.errorBodyBytes) }
        guard head.mayBeFromGate else { return [] }
        let page = try? await fetcher.clock.race(until: fetcher.clock.elapsed + Self.refusalPatience) {
            await body.prefix(Self.errorBodyBytes)
        }
        return page ?? []
    }

    /// Enough of an error page for the sentence in it.
    private static let errorBodyBytes = 16 << 10
    private static let refusalPatience = Duration.seconds(1)

    private func judgeLength(_ head: ResponseHead) throws {
        guard let text = head["content-length"], let length = Int(text) else { return }
        if length > fetcher.maxBodyBytes { throw BodyError.tooLarge(maxBytes: fetcher.maxBodyBytes) }
    }

    /// Where a redirect leads (RFC 9110 §15.4), absolute and without a fragment. Progress keeps it with its fragment.
    private func redirectTarget(of head: ResponseHead) throws -> String? {
        guard [300, 301, 302, 303, 307, 308].contains(head.status),
            let location = head["location"]?.trimmingCharacters(in: .whitespaces), !location.isEmpty
        else { return nil }
        let target = WebAddress(location, base: WebAddress(head.url))
        progress.update { $0.redirects.insert(target?.text ?? location) }
        if let target { return target.withoutFragment.text }
        // Which scheme it is will be judged, and said, with the address.
        if let scheme = URIReference.scheme(of: location), !URIReference.isWeb(scheme) { return location }
        throw FetchFailure.refused("redirects to what is no address", advice: Advice.redirects)
    }
}
