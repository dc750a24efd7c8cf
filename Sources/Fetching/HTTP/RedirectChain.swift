import Foundation
import HTTPTransport
import NewsModel
import Synchronization
import WebText

/// One attempt: a request, and wherever its answers send it, by our own hand.
///
/// At most five hops; a loop ends at once; never from https to http; what identifies the user stays with the origin
/// that it was meant for; a cookie lives as long as the chain.
struct RedirectChain {
    let fetcher: HTTPFetcher
    let request: FetchRequest
    /// Whether it was tried before.
    let isRetry: Bool
    let log: FetchLog
    /// Whose word counts for the source's own address.
    private let home: String

    init(fetcher: HTTPFetcher, request: FetchRequest, isRetry: Bool, log: FetchLog) {
        self.fetcher = fetcher
        self.request = request
        self.isRetry = isRetry
        self.log = log
        home = HTTPFetcher.authority(of: request.url)
    }

    static let mostHops = 5

    private enum Hop<Value: Sendable>: Sendable {
        case arrived(Answer<Value>)
        case sentOn(to: String, isPermanent: Bool, cookies: CookieJar)
    }

    typealias Reading<Value: Sendable> = @Sendable (AnswerHead, BoundedBody) async throws -> (Value, bodyHash: String)

    func follow<Value: Sendable>(reading: @escaping Reading<Value>) async throws -> Answer<Value> {
        var url = request.url
        var visited: Set<String> = []
        var cookies = CookieJar()
        var permanent: String?
        var isPermanentSoFar = true
        for _ in 0...Self.mostHops {
            guard visited.insert(url + cookies.fingerprint).inserted else {
                throw FetchFailure.refused("redirects in a loop at \(url)", advice: Advice.redirects)
            }
            switch try await hop(to: url, cookies: cookies, reading: reading) {
            case .arrived(var answer):
                answer.permanentRedirect = permanent
                return answer
            case .sentOn(let next, let isPermanent, let jar):
                try judge(next, from: url)
                isPermanentSoFar = isPermanentSoFar && isPermanent
                if isPermanentSoFar { permanent = next }
                (url, cookies) = (next, jar)
            }
        }
        throw FetchFailure.refused("more than \(Self.mostHops) redirects", advice: Advice.redirects)
    }

    private func judge(_ next: String, from url: String) throws {
        if URIReference.scheme(of: url) == "https", URIReference.scheme(of: next) == "http" {
            throw FetchFailure.refused("redirects from https to http: \(next)", advice: Advice.downgrade)
        }
    }

    /// Waits for the host's turn, asks, and reads or is sent on.
    private func hop<Value: Sendable>(
        to url: String, cookies: CookieJar, reading: @escaping Reading<Value>
    ) async throws -> Hop<Value> {
        try fetcher.addresses.judge(url: url)
        let host = HTTPFetcher.host(of: url)
        let authority = url == request.url ? home : HTTPFetcher.authority(of: url)
        try await waitForHost(host, authority)
        log.enter(.waitingForTurn)
        let asked = fetcher.clock.elapsed
        return try await fetcher.slots.withTurn(at: host, hostLimit: request.hostLimit, rank: rank(at: authority)) {
            // Another of its feeds may have been told to stay away while this one waited.
            try await heedPause(of: authority)
            let begun = fetcher.clock.elapsed
            log.update {
                $0.times.queue += begun - asked
                $0.isAsked = true
                $0.stage = .waitingForAnswer
            }
            let errorAnswer = KnownError()
            do {
                let hop = try await withinTime(from: begun) {
                    let response = try await fetcher.send(outgoing(to: url, cookies: cookies, begun: begun))
                    let hop = try await answer(
                        response, from: url, begun: begun, cookies: cookies, reading: reading, known: errorAnswer)
                    await response.body.release()
                    return hop
                }
                if case .arrived = hop, authority == home, fetcher.gate.hasPauses { await fetcher.gate.answered(home) }
                return hop
            } catch {
                // The status is known, and an error page without end must not hide it.
                let failure = errorAnswer.failure ?? error
                // Before the turn is given back, so that whoever is next there learns of it.
                await fetcher.heedWish(of: failure, to: request)
                throw failure
            }
        }
    }

    /// What was sent on within its own host goes on before what was listed behind it. What fails, and what another host
    /// sends here, waits for those that have not been asked yet.
    private func rank(at authority: String) -> Int {
        isRetry || authority != home ? .max : request.rank
    }

    /// Does what a request takes within its own time. At the deadline the batch cancels it: no clock of its own needs to
    /// run for that.
    private func withinTime<T: Sendable>(
        from begun: Duration, _ work: @escaping @Sendable () async throws -> T
    ) async throws -> T {
        let end = begun + request.timeout
        return end < fetcher.deadline ? try await fetcher.clock.race(until: end, work) : try await work()
    }

    /// An answer that is no success, from when its head is there.
    private final class KnownError: Sendable {
        private let answer = Mutex<ErrorAnswer?>(nil)

        func know(_ error: ErrorAnswer) {
            answer.withLock { $0 = error }
        }

        var failure: FetchFailure? { answer.withLock { $0.map(FetchFailure.status) } }
    }

    /// Waits until the host's rate limit and its own wish allow a request.
    private func waitForHost(_ host: String, _ authority: String) async throws {
        try await heedPause(of: authority)
        let start = await fetcher.gate.reserve(host, at: fetcher.clock.elapsed)
        guard start < fetcher.deadline else {
            throw FetchFailure.late("its host's rate limit leaves no time for it before the deadline")
        }
        try await sleep(until: start)
    }

    /// Waits until a host that said "come back later" may be asked again, unless that is after the deadline.
    private func heedPause(of authority: String) async throws {
        let gate = fetcher.gate
        guard let pause = await gate.pause(of: authority, for: request.source, at: fetcher.clock.elapsed) else {
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
        log.enter(.waitingForHost)
        try await fetcher.clock.sleep(until: instant)
    }

    private func answer<Value: Sendable>(
        _ response: HTTPResponse, from url: String, begun: Duration, cookies: CookieJar,
        reading: Reading<Value>, known: KnownError
    ) async throws -> Hop<Value> {
        let head = AnswerHead(url: url, status: response.status, headers: response.headers)
        let firstByte = fetcher.clock.elapsed - begun
        log.update {
            $0.status = head.status
            $0.times.firstByte = firstByte
            $0.stage = .reading
        }
        let body = BoundedBody(
            response.body, coding: ContentCoding(head.all("content-encoding")), maxBytes: fetcher.maxBodyBytes,
            budget: fetcher.budget, onBytes: { [log] count in log.update { $0.bytes += count } })
        if let target = try redirectTarget(of: head) {
            var jar = cookies
            jar.keep(head.all("set-cookie"), from: url, now: fetcher.now)
            return .sentOn(to: target, isPermanent: [301, 308].contains(head.status), cookies: jar)
        }
        switch head.status {
        case 304 where validators(for: url) != nil:
            return .arrived(Answer(value: nil, head: head, bodyHash: ""))
        case 101:
            throw FetchFailure.malformed("101 Switching Protocols, though nobody asked for another one")
        case 206:
            throw FetchFailure.malformed("206 Partial Content, though nobody asked for a part")
        // Some gates ask for their proof with a 202.
        case 200..<300 where !head.isChallenge:
            try judgeLength(head)
            let (value, hash) = try await reading(head, body)
            return .arrived(Answer(value: value, head: head, bodyHash: hash))
        default:
            var error = ErrorAnswer(head: head, body: [])
            known.know(error)
            if request.readsErrors {
                error.body = await body.prefix(Self.errorBodyBytes)
                known.know(error)
            }
            throw FetchFailure.status(error)
        }
    }

    /// Enough of an error page for the sentence in it.
    private static let errorBodyBytes = 16 << 10

    private func judgeLength(_ head: AnswerHead) throws {
        guard let text = head["content-length"], let length = Int(text) else { return }
        if length > fetcher.maxBodyBytes { throw BodyError.tooLarge(maxBytes: fetcher.maxBodyBytes) }
    }

    /// Where a redirect leads (RFC 9110 §15.4), absolute and without a fragment. The log knows it with its fragment.
    private func redirectTarget(of head: AnswerHead) throws -> String? {
        guard [300, 301, 302, 303, 307, 308].contains(head.status),
            let location = head["location"]?.trimmingCharacters(in: .whitespaces), !location.isEmpty
        else { return nil }
        let target = WebAddress(location, base: WebAddress(head.url))
        log.update { $0.redirects.insert(target?.text ?? location) }
        if let target { return target.withoutFragment.text }
        // Which scheme it is will be judged, and said, with the address.
        if let scheme = URIReference.scheme(of: location), !URIReference.isWeb(scheme) { return location }
        throw FetchFailure.refused("redirects to what is no address", advice: Advice.redirects)
    }
}
