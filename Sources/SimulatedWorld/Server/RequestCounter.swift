import Foundation
import NIOCore
import NIOHTTP1
import Parallelism

/// Where every source's requests arrive: knows the night's answers, counts and records what was asked.
///
/// It is locked rather than an actor, because event loops ask it in the middle of a read and cannot wait.
final class RequestCounter: Sendable {
    private struct State {
        var night: SimulatedNight
        var latencyScale: Double
        var sources: [String: SimulatedSource] = [:]
        var sites: [String: any Site] = [:]
        var asked: [String: [RecordedRequest]] = [:]
        var strikesTonight: [String: Int] = [:]
        var places: [String: SocketPlace] = [:]
        /// How many bytes each source has sent.
        var sent: [String: Int] = [:]
        /// Who has been asked since the night fell.
        var askedTonight: Set<String> = []
        /// Who has been asked on an earlier night.
        var askedBefore: Set<String> = []
        /// What each source's document was, as a hash, on the last night on which somebody asked for it.
        var earlierBodies: [String: UInt64] = [:]

        /// `nil` where the source has no single document.
        func bodyHash(of id: String) -> UInt64? {
            let answer = sites[id]?.answer(SiteRequest(target: SitePath.feed))
            return answer.flatMap { $0.status == 200 ? SeedHash.of($0.body) : nil }
        }
    }

    private let state: Guarded<State>

    init(night: SimulatedNight, latencyScale: Double) {
        state = Guarded(State(night: night, latencyScale: latencyScale))
    }

    var night: SimulatedNight { state.withLock { $0.night } }

    func open(_ sources: [SimulatedSource], sites: [String: any Site], on night: SimulatedNight) {
        state.withLock { state in
            for id in state.askedTonight { state.earlierBodies[id] = state.bodyHash(of: id) }
            state.askedBefore.formUnion(state.askedTonight)
            state.askedTonight = []
            state.night = night
            state.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
            state.sites = sites
            state.strikesTonight = [:]
        }
    }

    /// Tells where the sources are, once that is known.
    func settle(_ places: [String: SocketPlace]) {
        state.withLock { $0.places = places }
    }

    func sent(_ bytes: Int, by source: String) {
        state.withLock { $0.sent[source, default: 0] += bytes }
    }

    func bytesSent(by source: String) -> Int {
        state.withLock { $0.sent[source] ?? 0 }
    }

    /// An address with its placeholders filled in.
    func filled(_ address: String, for id: String) -> String {
        state.withLock { Self.context(SiteRequest(target: "/"), of: id, $0).filled(address) }
    }

    func requests(to source: String) -> [RecordedRequest] {
        state.withLock { $0.asked[source] ?? [] }
    }

    /// What a run should make of a source now: of a sound one that says what it last said, that it is unchanged.
    func expectedOutcome(of source: SimulatedSource) -> ExpectedOutcome {
        if source.quirks.contains(.wrongKey) { return .httpError }
        if source.content == .empty, source.behaviour == .sound { return .empty }
        return state.withLock { state in
            if case .faulty(let fault) = source.behaviour, state.askedBefore.contains(source.id) {
                return fault.expectedNext
            }
            guard source.behaviour == .sound, let last = state.earlierBodies[source.id] else {
                return source.behaviour.expectedOutcome
            }
            return state.bodyHash(of: source.id) == last ? .unchanged : .fresh
        }
    }

    /// What a connection does at a moment at which it has not understood any request.
    func steps(to id: String, on moment: ServerFault.Moment) -> [WireStep] {
        state.withLock { state in
            guard let source = state.sources[id], case .faulty(let fault) = source.behaviour,
                fault.begins == moment
            else { return [] }
            let request = SiteRequest(target: SitePath.configured(for: source))
            return Self.steps(fault.script, request: request, source: source, state)
        }
    }

    /// What a connection does upon a request, which is recorded.
    func steps(for head: HTTPRequestHead, to id: String) -> [WireStep] {
        state.withLock { state in
            let (id, target) =
                state.sources[id]?.host == nil ? (id, head.uri) : SitePath.shared(head.uri)
            state.asked[id, default: []].append(RecordedRequest(head))
            state.askedTonight.insert(id)
            guard let source = state.sources[id] else { return [.close] }
            let request = SiteRequest(head, target: target)
            switch source.behaviour {
            case .faulty(let fault) where Self.strikes(fault, request, id, &state):
                return Self.steps(fault.script, request: request, source: source, state)
            case .sound, .faulty, .nobodyListening:
                return Self.steps([.latency, .send(.soundAnswer())], request: request, source: source, state)
            }
        }
    }

    private static func strikes(_ fault: ServerFault, _ request: SiteRequest, _ id: String, _ state: inout State)
        -> Bool
    {
        guard fault.begins == .onRequest, fault.place.holds(request) else { return false }
        state.strikesTonight[id, default: 0] += 1
        return fault.strikes.map { state.strikesTonight[id, default: 0] <= $0 } ?? true
    }

    private static func steps(
        _ script: [ScriptStep], request: SiteRequest, source: SimulatedSource, _ state: State
    ) -> [WireStep] {
        let context = context(request, of: source.id, state)
        func wire(_ payload: Payload) -> ByteBuffer { ByteBuffer(bytes: context.wire(payload)) }
        return script.map { step in
            switch step {
            case .latency: .wait(source.latency.latency(of: source.id, on: state.night) * state.latencyScale)
            case .wait(let duration): .wait(duration)
            case .send(let payload): .send(wire(payload))
            case .drip(let payload, let interval): .drip(wire(payload), every: interval)
            case .endlessly(let payload): .endless(repeated(wire(payload)))
            case .hold: .hold
            case .close: .close
            case .reset: .reset
            }
        }
    }

    private static func context(_ request: SiteRequest, of id: String, _ state: State) -> WireContext {
        WireContext(
            sound: state.sites[id]?.answer(request) ?? .notFound(request.path), date: UTCTime(state.night.now),
            place: state.places[id] ?? SocketPlace(host: "127.0.0.1", port: 0),
            count: state.strikesTonight[id] ?? 0, withBody: request.method != "HEAD")
    }

    /// What is sent for ever had better not be sent in crumbs.
    private static func repeated(_ bytes: ByteBuffer) -> ByteBuffer {
        guard bytes.readableBytes > 0 else { return bytes }
        var result = bytes
        while result.readableBytes < 32 << 10 { result.writeImmutableBuffer(bytes) }
        return result
    }
}

extension RecordedRequest {
    fileprivate init(_ head: HTTPRequestHead) {
        self.init(
            method: head.method.rawValue, target: head.uri,
            headers: head.headers.map { Header(name: $0.name, value: $0.value) })
    }
}

/// What a source was asked, so that a test can judge how politely.
package struct RecordedRequest: Sendable, Hashable {
    package var method: String
    /// Path and query, as they came.
    package var target: String
    /// In the order in which they came.
    package var headers: [Header]

    package struct Header: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The first header of that name, in whatever case; `nil` where there is none.
    package func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}
