import Foundation
import NIOCore
import NIOHTTP1
import Synchronization

/// Where every source's requests arrive: knows the night's answers, counts and records what was asked.
///
/// It is locked rather than an actor, because event loops ask it in the middle of a read and cannot wait.
final class Counter: Sendable {
    private struct State {
        var night: Night
        var latencyScale: Double
        var sources: [String: SimulatedSource] = [:]
        var sites: [String: any Site] = [:]
        var asked: [String: [RecordedRequest]] = [:]
        var strikesTonight: [String: Int] = [:]
        /// Who has been asked since the night fell.
        var askedTonight: Set<String> = []
        /// What each source's document was, as a hash, on the last night on which somebody asked for it.
        var earlierBodies: [String: UInt64] = [:]

        /// `nil` where the source has no single document.
        func bodyHash(of id: String) -> UInt64? {
            let answer = sites[id]?.answer(SiteRequest(target: SitePath.feed))
            return answer.flatMap { $0.status == 200 ? StableHash.of($0.body) : nil }
        }
    }

    private let state: Mutex<State>

    init(night: Night, latencyScale: Double) {
        state = Mutex(State(night: night, latencyScale: latencyScale))
    }

    var night: Night { state.withLock { $0.night } }

    func open(_ sources: [SimulatedSource], sites: [String: any Site], on night: Night) {
        state.withLock { state in
            for id in state.askedTonight { state.earlierBodies[id] = state.bodyHash(of: id) }
            state.askedTonight = []
            state.night = night
            state.sources = Dictionary(uniqueKeysWithValues: sources.map { ($0.id, $0) })
            state.sites = sites
            state.strikesTonight = [:]
        }
    }

    func requests(to source: String) -> [RecordedRequest] {
        state.withLock { $0.asked[source] ?? [] }
    }

    /// What a run should make of a source now: of a sound one that says what it last said, that it is unchanged.
    func expectedOutcome(of source: SimulatedSource) -> ExpectedOutcome {
        if source.quirks.contains(.wrongKey) { return .httpError }
        if source.content == .empty, source.behaviour == .sound { return .empty }
        return state.withLock { state in
            guard source.behaviour == .sound, let last = state.earlierBodies[source.id] else {
                return source.behaviour.expectedOutcome
            }
            return state.bodyHash(of: source.id) == last ? .unchanged : .fresh
        }
    }

    /// What a connection does before it is asked anything.
    func stepsOnConnection(to id: String) -> [WireStep] {
        state.withLock { state in
            guard let source = state.sources[id], case .faulty(let fault) = source.behaviour,
                fault.begins == .onConnection
            else { return [] }
            let request = SiteRequest(target: SitePath.configured(for: source))
            return Self.steps(fault.script, request: request, source: source, state)
        }
    }

    /// What a connection does upon a request, which is recorded.
    func steps(for head: HTTPRequestHead, to id: String) -> [WireStep] {
        state.withLock { state in
            state.asked[id, default: []].append(RecordedRequest(head))
            state.askedTonight.insert(id)
            guard let source = state.sources[id] else { return [.close] }
            let request = SiteRequest(head)
            switch source.behaviour {
            case .faulty(let fault) where Self.strikes(fault, request, id, &state):
                return Self.steps(fault.script, request: request, source: source, state)
            case .sound, .faulty, .nobodyListening:
                return Self.steps([.latency, .send(.soundAnswer())], request: request, source: source, state)
            }
        }
    }

    private static func strikes(_ fault: Fault, _ request: SiteRequest, _ id: String, _ state: inout State) -> Bool {
        guard fault.begins == .onRequest, fault.path == nil || fault.path == request.path else { return false }
        guard let limit = fault.strikes else { return true }
        let before = state.strikesTonight[id, default: 0]
        state.strikesTonight[id] = before + 1
        return before < limit
    }

    private static func steps(
        _ script: [ScriptStep], request: SiteRequest, source: SimulatedSource, _ state: State
    ) -> [WireStep] {
        lazy var sound = state.sites[source.id]?.answer(request) ?? .notFound(request.path)
        let now = CivilTime(state.night.now)
        func wire(_ payload: Payload) -> ByteBuffer {
            ByteBuffer(bytes: payload.wire(sound: sound, date: now, withBody: request.method != "HEAD"))
        }
        return script.map { step in
            switch step {
            case .latency: .wait(source.latency.latency(of: source.id, on: state.night) * state.latencyScale)
            case .wait(let duration): .wait(duration)
            case .send(let payload): .send(wire(payload))
            case .drip(let payload, let interval): .drip(wire(payload), every: interval)
            case .hold: .hold
            case .close: .close
            case .reset: .reset
            }
        }
    }
}

extension RecordedRequest {
    fileprivate init(_ head: HTTPRequestHead) {
        self.init(
            method: head.method.rawValue, target: head.uri,
            headers: head.headers.map { Header(name: $0.name, value: $0.value) })
    }
}

extension Payload {
    fileprivate func wire(sound: @autoclosure () -> Answer, date: CivilTime, withBody: Bool) -> [UInt8] {
        switch self {
        case .bytes(let bytes):
            return bytes
        case .text(let text):
            return Array(text.utf8)
        case .answer(let status, let headers, let contentType, let body):
            let answer = Answer(status: status, headers: headers, contentType: contentType, body: Array(body.utf8))
            return answer.wire(date: date, withBody: withBody)
        case .soundAnswer(let edits):
            return sound().edited(edits).wire(date: date, withBody: withBody)
        case .soundBeginning(let share):
            let whole = sound().wire(date: date)
            return Array(whole.prefix(Int(Double(whole.count) * share)))
        }
    }
}
